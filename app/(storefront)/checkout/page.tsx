import type { Metadata } from "next";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { DetailsForm } from "@/components/checkout/details-form";
import { Summary } from "@/components/checkout/summary";
import { countryList } from "@/lib/checkout/country-list";
import { shopperLocale } from "@/lib/checkout/locale";
import { emptyBilling } from "@/lib/checkout/queries";
import { cartSummary } from "@/lib/checkout/summary";
import { saveDetails } from "./actions";
import { openCheckout } from "./open-checkout";

export const metadata: Metadata = { title: "Checkout: address" };

export default async function DetailsPage() {
  const checkout = await openCheckout("details");
  const { draft } = checkout;
  return (
    <CheckoutFrame
      step="details"
      title="Where should it go?"
      summary={<Summary {...cartSummary(checkout, "before-shipping")} locale={shopperLocale} />}
      back={{ href: "/cart", label: "Back to your bag" }}
    >
      <DetailsForm
        action={saveDetails}
        values={draft}
        emptyBilling={emptyBilling(draft.shipping)}
        countries={countryList(shopperLocale)}
      />
    </CheckoutFrame>
  );
}
