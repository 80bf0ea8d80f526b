import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { translations } from "@/lib/i18n/request";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { payByGiftCard } from "./gift-actions";

/** Nothing is left for anybody else to pay: one button orders. */
export async function GiftPayment({ order }: { order: ShopperOrder }) {
  const t = await translations("totals");
  const amount = formatMoney(money(order.totalMinor, order.currency), t.tag);
  return (
    <Card aria-labelledby="gift-title">
      <h2 id="gift-title" className="mb-2 text-lg">
        {t("giftCoversAll")}
      </h2>
      <p className="mb-5 text-muted">{t("giftCoversText", { amount })}</p>
      <form action={payByGiftCard}>
        <input type="hidden" name="order" value={order.accessToken} />
        <SubmitButton size="large" wide>
          {t("giftPay", { amount })}
        </SubmitButton>
      </form>
    </Card>
  );
}
