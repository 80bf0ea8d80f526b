import type { ReactNode } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { CartView } from "@/lib/cart/views";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney, type Money } from "@/lib/money/money";
import { SummaryTotals, type SummaryRow } from "./summary-totals";

type Props = {
  cart: CartView;
  rows: SummaryRow[];
  total: { label: string; value: string; note: string };
  checkoutHref: string;
  t: Translator<"bag">;
  /** Where codes are entered. */
  children?: ReactNode;
};

export function CartSummary({ cart, rows, total, checkoutHref, t, children }: Props) {
  const { subtotal, freeShipping, canCheckOut } = cart;
  return (
    <Card aria-labelledby="summary" className="lg:sticky lg:top-6">
      <h2 id="summary" className="mb-4 text-lg">
        {t("summary")}
      </h2>
      <SummaryTotals rows={rows} total={total} />
      {freeShipping && <FreeShipping {...freeShipping} subtotal={subtotal} t={t} />}
      {children && <div className="mt-5">{children}</div>}
      <div className="mt-5 flex flex-col gap-3">
        {canCheckOut ? (
          <LinkButton href={checkoutHref} size="large" wide>
            {t("checkOut")}
          </LinkButton>
        ) : (
          <>
            <Button size="large" wide disabled aria-describedby="why-not">
              {t("checkOut")}
            </Button>
            <p id="why-not" className="text-sm font-semibold text-bad">
              {t("lookFirst")}
            </p>
          </>
        )}
        <p className="flex items-center justify-center gap-2 text-sm text-muted">
          <Icon name="lock" className="size-4" />
          {t("neverReach")}
        </p>
      </div>
    </Card>
  );
}

type FreeShippingProps = NonNullable<CartView["freeShipping"]> & {
  subtotal: Money;
  t: Translator<"bag">;
};

function FreeShipping({ rateName: rate, missing, subtotal, t }: FreeShippingProps) {
  const reached = missing.minor === 0;
  const share = Math.round((subtotal.minor / (subtotal.minor + missing.minor)) * 100);
  return (
    <div className="mt-5 rounded-md bg-sunken p-4 text-sm">
      <p className="font-semibold">
        {reached
          ? t("freeReached", { rate })
          : t("freeMissing", { amount: formatMoney(missing, t.tag), rate })}
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-clip rounded-full bg-line">
        <div className="h-full rounded-full bg-good" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
