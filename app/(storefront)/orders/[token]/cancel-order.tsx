import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translator } from "@/lib/i18n/translator";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { cancelByShopper } from "./actions";

type Props = { order: ShopperOrder; isLate: boolean; t: Translator<"order"> };

/** Asks once more before it does it; the browser opens and closes the question without a script. */
export function CancelOrder({ order, isLate, t }: Props) {
  if (isLate && !order.canCancel) {
    return <Alert tone="warn" className="w-full" title={t("cancelLate")} />;
  }
  return (
    <details data-print="no" className="w-full">
      <summary
        className={buttonClass({ variant: "quiet", size: "small" }) + " -ml-3.5 cursor-pointer"}
      >
        {t("cancel")}
      </summary>
      <form action={cancelByShopper} className="mt-3 flex flex-col items-start gap-3">
        <input type="hidden" name="order" value={order.accessToken} />
        <p className="font-semibold">{t("cancelQuestion")}</p>
        <p className="max-w-prose text-sm text-muted">{t("cancelHint")}</p>
        <SubmitButton variant="danger" size="small" pendingLabel={t("cancelling")}>
          {t("cancel")}
        </SubmitButton>
      </form>
    </details>
  );
}
