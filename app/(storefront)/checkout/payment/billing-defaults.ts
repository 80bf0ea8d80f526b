import type { ShopperOrder } from "@/lib/orders/shopper-queries";

/** The billing address as Stripe.js takes it, so that the card's form does not ask for it again. */
export function billingDefaults({ billingAddress: address }: ShopperOrder) {
  const { name, line1, line2, city, region, postalCode, country } = address;
  if (country === "") return {};
  return {
    billingAddress: {
      name,
      address: { line1, line2, city, state: region, postal_code: postalCode, country },
    },
  };
}
