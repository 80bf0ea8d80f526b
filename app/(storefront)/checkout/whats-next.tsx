import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { findWhatsNext } from "@/lib/checkout/whats-next";
import { translations } from "@/lib/i18n/request";

/** What happens next with a payment that takes days; nothing where it does not. */
export async function WhatsNext({ orderId }: { orderId: string }) {
  const [next, t] = await Promise.all([findWhatsNext(orderId), translations("checkout")]);
  if (next === null) return null;
  if (next.is === "debit") return <p className="mt-3">{t("nextDebit")}</p>;
  return (
    <>
      <p className="mt-3 mb-4">{t("nextVoucher")}</p>
      <a
        href={next.url}
        target="_blank"
        rel="noreferrer"
        className={buttonClass({ variant: "secondary" })}
      >
        {t("openVoucher")} <Icon name="external" className="size-4" />
      </a>
    </>
  );
}
