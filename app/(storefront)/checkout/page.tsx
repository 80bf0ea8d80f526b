import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { DetailsForm } from "@/components/checkout/details-form";
import { Summary } from "@/components/checkout/summary";
import { countryList } from "@/lib/checkout/country-list";
import { formWords } from "@/lib/checkout/form-words";
import { emptyBilling } from "@/lib/checkout/queries";
import { cartSummary } from "@/lib/checkout/summary";
import { translations } from "@/lib/i18n/request";
import { prefilled } from "./prefilled";
import { countryName } from "@/lib/shipping/address";
import { saveDetails } from "./actions";
import { openCheckout } from "./open-checkout";
import { stepWords } from "./step-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("checkout");
  return { title: t("metaAddress") };
}

export default async function DetailsPage() {
  const [checkout, t] = await Promise.all([openCheckout("details"), translations("checkout")]);
  const draft = await prefilled(checkout.draft);
  return (
    <CheckoutFrame
      step="details"
      title={t("titleAddress")}
      words={stepWords(t)}
      summary={<Summary {...cartSummary(checkout, "before-shipping", t.tag)} />}
      back={{ href: "/cart", label: t("backToBag") }}
    >
      {checkout.rates.length === 0 && (
        <Alert
          tone="warn"
          className="mb-6"
          title={t("notSentThere", {
            country: countryName(checkout.draft.shipping.country, t.tag),
          })}
        >
          <p>{t("notSentThereText")}</p>
        </Alert>
      )}
      <DetailsForm
        action={saveDetails}
        values={draft}
        emptyBilling={emptyBilling(draft.shipping)}
        countries={countryList(t.tag)}
        words={formWords(t)}
      />
    </CheckoutFrame>
  );
}
