"use client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PayActions } from "./actions";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = {
  till: Till;
  hand: SaleInHand;
  amountMinor: number | null;
  actions: PayActions;
};

/** Cards that the customer left with this shop before. They need not have them here. */
export function CardOnFile({ till, hand, amountMinor, actions }: Props) {
  const { sale, ask, isBusy, keyOf } = hand;
  const { cards, customer, orderId, payments } = sale;
  const failed = payments.findLast(({ tender, state }) => tender === "card" && state === "failed");
  if (cards.length === 0) return <NoCards email={customer.email} />;
  const charge = (cardId: string, dueMinor: number) => {
    const key = keyOf("card on file", cardId, dueMinor);
    const asked = { till: till.id, orderId, cardId, amountMinor: dueMinor, key };
    return ask(() => actions.chargeCard(asked));
  };
  return (
    <div className="flex flex-col gap-3">
      {failed?.failure && (
        <p role="alert" className="font-semibold text-bad">
          {failed.label}: {failed.failure}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {cards.map(({ id, label, isDefault }) => (
          <li
            key={id}
            className="flex items-center gap-3 rounded-lg border border-line bg-surface p-3 pl-4"
          >
            <Icon name="card" className="text-muted" />
            <p className="grow">
              <span className="font-semibold">{label}</span>
              {isDefault && <span className="text-sm text-muted"> · usual card</span>}
            </p>
            <Button
              disabled={isBusy || amountMinor === null}
              onClick={() => amountMinor !== null && void charge(id, amountMinor)}
            >
              Charge {amountMinor !== null && shown(amountMinor, till.currency)}
              <span className="sr-only"> to {label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const NoCards = ({ email }: { email: string }) => (
  <p className="rounded-lg border border-dashed border-line-strong p-6 text-muted">
    {email === ""
      ? "Name a customer in the basket, and their cards on file stand here."
      : `${email} has no card on file yet. Pay with the reader, and keep the card then.`}
  </p>
);
