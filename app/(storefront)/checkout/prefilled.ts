import "server-only";
import type { CheckoutDraft } from "@/lib/checkout/draft";
import { findOwnAddresses, findProfile } from "@/lib/shoppers/queries";
import { currentShopper } from "@/lib/shoppers/shopper";

/** What a signed-in shopper finds filled in, as long as they have typed nothing themselves. */
export async function prefilled(draft: CheckoutDraft): Promise<CheckoutDraft> {
  const { email, shipping } = draft;
  if (email !== "" || shipping.name !== "" || shipping.line1 !== "") return draft;
  const shopper = await currentShopper();
  if (shopper === null) return draft;
  const [profile, [home]] = await Promise.all([
    findProfile(shopper.id),
    findOwnAddresses(shopper.id),
  ]);
  return {
    ...draft,
    email: profile.email,
    phone: home?.phone || profile.phone,
    shipping: home?.address ?? { ...shipping, name: profile.name },
  };
}
