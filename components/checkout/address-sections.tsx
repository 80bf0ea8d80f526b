import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import type { Details } from "@/lib/checkout/form/details";
import type { FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";
import { AddressFields, type Country } from "./address-fields";
import type { ErrorOf } from "./address-part";

type Props = { values: Details; countries: Country[]; errorOf: ErrorOf; words: FormWords };

export function ShippingSection({ values, ...shared }: Props) {
  const [country, setCountry] = useState(values.shipping.country);
  return (
    <section aria-labelledby="address-title" className="flex flex-col gap-5">
      <h2 id="address-title" className="text-xl">
        {shared.words.shippingAddress}
      </h2>
      <AddressFields
        {...shared}
        prefix="shipping"
        address={values.shipping}
        country={country}
        onCountry={setCountry}
      />
      <NoScriptCountry label={shared.words.showFields} />
    </section>
  );
}

type BillingProps = Props & { emptyBilling: Address };

export function BillingSection({ values, emptyBilling, ...shared }: BillingProps) {
  const address = values.billing ?? emptyBilling;
  const [country, setCountry] = useState(address.country || values.shipping.country);
  return (
    <section aria-labelledby="billing-title" className="group flex flex-col gap-5">
      <h2 id="billing-title" className="text-xl">
        {shared.words.billingAddress}
      </h2>
      <Checkbox
        name="billing-same"
        value="yes"
        defaultChecked={values.billing === null}
        label={shared.words.sameAsShipping}
        className="-my-2"
      />
      {/* Shown by the checkbox alone, so that it works before and without JavaScript. */}
      <div className="group-has-[[name=billing-same]:checked]:hidden">
        <AddressFields
          {...shared}
          prefix="billing"
          address={address}
          country={country}
          onCountry={setCountry}
        />
      </div>
    </section>
  );
}

/**
 * Without JavaScript the fields of another country come from the server. With it the button must not
 * be there at all: a form's Enter key presses its first button, also one that nobody sees.
 */
function NoScriptCountry({ label }: { label: string }) {
  return (
    <noscript>
      <Button type="submit" name="intent" value="country" variant="secondary" size="small">
        {label}
      </Button>
    </noscript>
  );
}
