import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { CartView } from "@/lib/cart/views";
import { formatMoney, type Money } from "@/lib/money/money";
import { SummaryTotals } from "./summary-totals";

type Props = { cart: CartView; checkoutHref: string };

export function CartSummary({ cart, checkoutHref }: Props) {
  const { itemCount, subtotal, freeShipping, canCheckOut } = cart;
  return (
    <Card aria-labelledby="summary" className="lg:sticky lg:top-6">
      <h2 id="summary" className="mb-4 text-lg">
        Summary
      </h2>
      <SummaryTotals
        rows={[
          {
            label: itemCount === 1 ? "1 thing" : `${itemCount} things`,
            value: formatMoney(subtotal),
          },
          { label: "Shipping", value: "at checkout", tone: "muted" },
        ]}
        total={{
          label: "Total",
          value: formatMoney(subtotal),
          note: "Tax included, before shipping",
        }}
      />
      {freeShipping && <FreeShipping {...freeShipping} subtotal={subtotal} />}
      <div className="mt-5 flex flex-col gap-3">
        {canCheckOut ? (
          <LinkButton href={checkoutHref} size="large" wide>
            Check out
          </LinkButton>
        ) : (
          <>
            <Button size="large" wide disabled aria-describedby="why-not">
              Check out
            </Button>
            <p id="why-not" className="text-sm font-semibold text-bad">
              Please look at what is marked in your bag first.
            </p>
          </>
        )}
        <p className="flex items-center justify-center gap-2 text-sm text-muted">
          <Icon name="lock" className="size-4" />
          Card numbers never reach us
        </p>
      </div>
    </Card>
  );
}

type FreeShippingProps = NonNullable<CartView["freeShipping"]> & { subtotal: Money };

function FreeShipping({ rateName, missing, subtotal }: FreeShippingProps) {
  const reached = missing.minor === 0;
  const share = Math.round((subtotal.minor / (subtotal.minor + missing.minor)) * 100);
  return (
    <div className="mt-5 rounded-md bg-sunken p-4 text-sm">
      <p className="font-semibold">
        {reached
          ? `${rateName} shipping is free`
          : `${formatMoney(missing)} more, and ${rateName.toLowerCase()} shipping is free`}
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-clip rounded-full bg-line">
        <div className="h-full rounded-full bg-good" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
