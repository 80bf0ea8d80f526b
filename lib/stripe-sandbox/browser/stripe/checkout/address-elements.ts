import type { StripeCheckoutContact, StripeError } from "@stripe/stripe-js";
import type { ElementInside } from "../element";

const addressTypes = ["billingAddress", "shippingAddress"] as const;

export type AddressType = (typeof addressTypes)[number];

type Addresses = Partial<Record<AddressType, StripeCheckoutContact>>;

/**
 * What the address forms on the page say at this moment, whether or not the session was told yet. One that is
 * not filled in shows its problem and keeps the checkout from being confirmed.
 */
export async function collectAddresses(
  find: (type: AddressType) => ElementInside | null,
): Promise<Addresses | { failed: AddressType; error: StripeError }> {
  const found: Addresses = {};
  for (const type of addressTypes) {
    const inside = find(type);
    if (!inside?.isMounted) continue;
    const answer = await inside.call("validate");
    if (answer.error) return { failed: type, error: answer.error };
    const { name, address } = Object(Object(answer.value).value);
    found[type] = { name, address };
  }
  return found;
}
