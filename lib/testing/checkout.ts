import { readDraft, type CheckoutDraft } from "@/lib/checkout/draft";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { addressSchema, type Address } from "@/lib/shipping/address";

/** Factories for carts and what is typed at checkout: a test writes only what matters to it. */
export function makeAddress(overrides: Partial<Address> = {}): Address {
  return addressSchema.parse({
    name: "Ada Lovelace",
    line1: "1 Market Street",
    city: "San Francisco",
    region: "CA",
    postalCode: "94107",
    country: "US",
    ...overrides,
  });
}

export function makeDraft(overrides: Partial<CheckoutDraft> = {}): CheckoutDraft {
  const typed = { email: "Ada@example.com", rateCode: "standard", shipping: makeAddress() };
  return { ...readDraft({}), ...typed, ...overrides };
}

type VariantSetup = { priceMinor?: number; onHand?: number };

/** A product that is for sale, with its stock. */
export async function createSellable({ priceMinor = 1800, onHand = 10 }: VariantSetup = {}) {
  const db = await database();
  const name = newToken();
  const { id } = await db.variant.create({
    data: {
      sku: name,
      title: "Fog",
      prices: { create: { currency: "USD", amountMinor: priceMinor } },
      stock: { create: { onHand } },
      product: {
        create: {
          slug: name,
          title: "Mug",
          description: "A mug.",
          category: { create: { slug: name, name: "Table", description: "" } },
        },
      },
    },
  });
  return id;
}

export async function createShippingRate({
  code = "standard",
  amountMinor = 700,
} = {}): Promise<void> {
  const db = await database();
  await db.shippingRate.upsert({
    where: { code },
    update: {},
    create: {
      code,
      name: "Standard",
      minDays: 3,
      maxDays: 5,
      prices: { create: { currency: "USD", amountMinor, freeFromMinor: 10_000 } },
    },
  });
}

type CartSetup = { variantId: string; quantity?: number; draft?: CheckoutDraft };

/** A cart whose checkout is filled in; gives its ref. */
export async function createFilledCart({
  variantId,
  quantity = 1,
  draft = makeDraft(),
}: CartSetup) {
  const db = await database();
  const ref = newToken();
  await db.cart.create({
    data: {
      ref,
      currency: "USD",
      checkout: draft,
      expiresAt: new Date(Date.now() + 60_000),
      items: { create: { variantId, quantity } },
    },
  });
  return ref;
}
