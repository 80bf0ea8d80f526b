import { describe, expect, it } from "vitest";
import type { ShippingRate } from "@/lib/shipping/rates";
import { noTax } from "@/lib/tax/rates";
import { makeAddress, makeDraft } from "@/lib/testing/checkout";
import type { CheckoutLine } from "./cart";
import { planOrder } from "./plan-order";

const rate: ShippingRate = {
  code: "standard",
  name: "Standard",
  description: "",
  amountMinor: 700,
  freeInMinor: null,
  minDays: 3,
  maxDays: 5,
};

const line = (overrides: Partial<CheckoutLine> = {}): CheckoutLine => ({
  variantId: "v1",
  productId: "p1",
  categoryId: "c1",
  weightGrams: 300,
  sku: "MUG",
  title: "Mug",
  variantTitle: "Fog",
  imageUrl: null,
  quantity: 2,
  unitPriceMinor: 1800,
  seenPriceMinor: 1800,
  availableQuantity: 5,
  ...overrides,
});

const cart = (lines = [line()], draft = makeDraft()) => ({
  currency: "USD" as const,
  lines,
  draft,
  promotions: [],
  giftCards: [],
});

const now = new Date("2030-06-01T12:00:00Z");
const plan = (of = cart(), seenGoodsMinor?: number, rates = [rate]) =>
  planOrder(of, { rates, tax: noTax, now, seenGoodsMinor });

describe("planOrder", () => {
  it("adds up goods and shipping", () => {
    expect(plan(cart(), 3600)).toMatchObject({
      subtotalMinor: 3600,
      shippingMinor: 700,
      totalMinor: 4300,
    });
  });

  it("bills where it sends, unless told otherwise", () => {
    expect(plan().billingAddress.city).toBe("San Francisco");
    const billing = makeAddress({ city: "Reno", region: "NV", postalCode: "89501" });
    expect(plan(cart([line()], makeDraft({ billing }))).billingAddress.city).toBe("Reno");
  });

  it("writes e-mail addresses in one form", () => {
    expect(plan().email).toBe("ada@example.com");
  });

  it.each([
    { promise: "an empty bag", of: cart([]), code: "cart_empty" },
    {
      promise: "more than is left",
      of: cart([line({ availableQuantity: 1 })]),
      code: "out_of_stock",
    },
    {
      promise: "what is not for sale",
      of: cart([line({ unitPriceMinor: null })]),
      code: "price_unavailable",
    },
    {
      promise: "an address with gaps",
      of: cart([line()], makeDraft({ shipping: makeAddress({ city: "" }) })),
      code: "invalid_input",
    },
    {
      promise: "a rate that does not lead there",
      of: cart([line()], makeDraft({ rateCode: "express" })),
      code: "shipping_unavailable",
    },
  ])("refuses $promise", ({ of, code }) => {
    expect(() => plan(of)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses a sum that the shopper has not seen", () => {
    expect(() => plan(cart(), 3000)).toThrow(expect.objectContaining({ code: "cart_changed" }));
  });
});
