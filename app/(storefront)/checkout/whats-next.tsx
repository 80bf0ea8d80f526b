import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { WhatsNext as Next } from "@/lib/checkout/whats-next";
import { translations } from "@/lib/i18n/request";

/** What happens next with a payment that takes days. */
export async function WhatsNext({ next }: { next: Next }) {
  const t = await translations("checkout");
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
