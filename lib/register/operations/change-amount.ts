import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { DomainError } from "@/lib/errors";
import { openPrimary } from "@/lib/payments/core/sums";
import { terminalFor } from "@/lib/payments/gateways/registry";
import { finish } from "@/lib/payments/operations/carry-out";
import { AMOUNT_SKU } from "@/lib/payments/store/follow-reader";
import { record } from "@/lib/payments/store/record";
import type { RegisterAccount } from "../accounts";
import { inPersonOf, type InPersonPayment } from "../in-person";
import { lookInPerson } from "./look";

export type ChangePayment = {
  account: RegisterAccount;
  payment: InPersonPayment;
  amountMinor?: number | undefined;
  externalCustomerId?: string | undefined;
  allowSavingCard?: boolean | undefined;
};

/**
 * Changes a payment that no card was given for yet. The gateway is asked to ask for another amount; the
 * order follows what it says, by the same step that records everything else, so a lost answer or a crash
 * leaves nothing that the next look does not put right.
 *
 * @throws DomainError wrong_state when a card was given already, or the amount is that of goods;
 *   amount_invalid, gateway_down
 */
export async function changeInPerson(command: ChangePayment): Promise<InPersonPayment> {
  const { account, amountMinor, externalCustomerId, allowSavingCard } = command;
  if (amountMinor !== undefined) await setAmount(command, amountMinor);
  const row = await (
    await database()
  ).inPersonPayment.update({
    where: { id: command.payment.id },
    data: {
      ...(externalCustomerId !== undefined && { externalCustomerId }),
      ...(allowSavingCard !== undefined && { allowSavingCard }),
    },
  });
  return lookInPerson(account, await inPersonOf(row, command.payment.payment.id));
}

async function setAmount({ account, payment }: ChangePayment, amountMinor: number) {
  const { payment: attempt, orderId } = payment;
  if (attempt.amountMinor === amountMinor) return;
  const waits = openPrimary(attempt)?.status === "requires_action";
  if (!waits || attempt.gatewayRef === null || attempt.nextAction?.kind !== "collect") {
    throw new DomainError("wrong_state", "Only a payment that waits for a card can be changed.");
  }
  await requirePlainSale(orderId, attempt.amountMinor);
  const answer = await terminalFor(account.gateway).changeAmount(attempt.gatewayRef, amountMinor);
  if (answer.kind === "unknown") {
    throw new DomainError("gateway_down", "It is not known yet whether the amount was changed.");
  }
  if (answer.kind === "declined") {
    await lookInPerson(account, payment);
    throw new DomainError("wrong_state", answer.failure.message);
  }
  const { snapshot } = answer;
  if (snapshot) await finish(await record({ paymentId: attempt.id, snapshot, actor: "gateway" }));
}

/** What goods cost is changed by selling other goods. */
async function requirePlainSale(orderId: string, amountMinor: number): Promise<void> {
  const { lines, totalMinor } = await (
    await database()
  ).order.findUniqueOrThrow({
    where: { id: orderId },
    select: { totalMinor: true, lines: { select: { sku: true, variantId: true } } },
  });
  const isPlain = lines.some(({ sku, variantId }) => variantId === null && sku === AMOUNT_SKU);
  if (isPlain && toMinor(totalMinor) === amountMinor) return;
  throw new DomainError("wrong_state", "The amount of this sale is that of its goods.");
}
