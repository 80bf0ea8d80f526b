import { describe, expect, it } from "vitest";
import type { CheckoutPage, CheckoutPageSession } from "./checkout-page";
import { makeCheckoutPage } from "../testing/make-checkout-page";
import { browserSession } from "./session";

const locale = "en-US";
const sessionOf = (page: CheckoutPage, isPaymentComplete = true) =>
  browserSession(page, { isPaymentComplete, locale });
const given = (session: Partial<CheckoutPageSession>, page: Partial<CheckoutPage> = {}) =>
  sessionOf(makeCheckoutPage(session, page));

describe("browserSession", () => {
  it("gives every amount in minor units and as text", () => {
    const session = given({ amount_subtotal: 4000, amount_total: 4200, currency: "usd" });

    expect(session.total.total).toEqual({ minorUnitsAmount: 4200, amount: "$42.00" });
    expect(session.total.subtotal.amount).toBe("$40.00");
    expect(session.minorUnitsAmountDivisor).toBe(100);
  });

  it("knows currencies without minor units", () => {
    const session = given({ amount_total: 4200, currency: "jpy" });

    expect(session.total.total.amount).toBe("¥4,200");
    expect(session.minorUnitsAmountDivisor).toBe(1);
  });

  it.each([
    { status: "open", payment_status: "unpaid", shown: { type: "open" } },
    { status: "expired", payment_status: "unpaid", shown: { type: "expired" } },
    {
      status: "complete",
      payment_status: "paid",
      shown: { type: "complete", paymentStatus: "paid" },
    },
    {
      status: "complete",
      payment_status: "unpaid",
      shown: { type: "complete", paymentStatus: "unpaid" },
    },
  ] as const)("shows $status and $payment_status", ({ status, payment_status, shown }) =>
    expect(given({ status, payment_status }).status).toEqual(shown),
  );

  it("lists the shipping options and the chosen one", () => {
    const page = makeCheckoutPage({}, {});
    const session = sessionOf({ ...page, shipping_rate: page.shipping_rates[1]?.id ?? null });

    expect(session.shippingOptions.map(({ displayName, amount }) => [displayName, amount])).toEqual(
      [
        ["Standard", "$5.00"],
        ["Express", "$15.00"],
      ],
    );
    expect(session.shipping?.shippingOption.displayName).toBe("Express");
  });

  it("shows the promotion code that was applied", () => {
    const promotion_code = { id: "promo_1", code: "TEN", amount_off: 420 };
    expect(given({}, { promotion_code }).discountAmounts).toEqual([
      expect.objectContaining({ promotionCode: "TEN", minorUnitsAmount: 420 }),
    ]);
    expect(given({}).discountAmounts).toBeNull();
  });
});

describe("canConfirm", () => {
  const ready = { customer_email: "ada@example.com" };

  it("is true when form, e-mail and shipping are there", () => {
    expect(given(ready).canConfirm).toBe(true);
  });

  it("is true without a payment form when a discount leaves nothing to pay", () => {
    expect(sessionOf(makeCheckoutPage({ ...ready, amount_total: 0 }), false).canConfirm).toBe(true);
  });

  it.each([
    { promise: "the payment form is incomplete", session: ready, isPaymentComplete: false },
    { promise: "nobody knows the e-mail", session: { customer_email: null } },
    { promise: "the session has ended", session: { ...ready, status: "complete" as const } },
    {
      promise: "the shipping address is missing",
      session: { ...ready, shipping_address_collection: { allowed_countries: ["US" as const] } },
    },
  ])("is false when $promise", ({ session, isPaymentComplete = true }) => {
    expect(sessionOf(makeCheckoutPage(session), isPaymentComplete).canConfirm).toBe(false);
  });

  it("is false while a shipping option has to be chosen", () => {
    expect(given(ready, { shipping_rate: null }).canConfirm).toBe(false);
  });

  it("shows what is offered besides, the tax id, and each rate's tax", () => {
    const price = {
      id: "price_1",
      unit_amount: 900,
      name: "Coaster",
      description: null,
      images: [],
    };
    const session = given(
      {
        optional_items: [{ price: "price_1", quantity: 2, adjustable_quantity: null }],
        customer_details: {
          address: null,
          business_name: "Mugs Ltd",
          email: null,
          individual_name: null,
          name: null,
          phone: null,
          tax_exempt: "none",
          tax_ids: [{ type: "eu_vat", value: "DE123456789" }],
        },
      },
      { optional_prices: [price] },
    );

    expect(session.optionalItems).toMatchObject([
      { priceId: "price_1", name: "Coaster", quantity: 2, isSelected: false },
    ]);
    expect(session.optionalItems?.[0]?.unitAmount.amount).toBe("$9.00");
    expect(session.taxIdInfo).toEqual({
      taxId: { type: "eu_vat", value: "DE123456789" },
      businessName: "Mugs Ltd",
    });
    expect(given({}).optionalItems).toBeNull();
    expect(given({}).taxIdInfo).toBeNull();
  });
});
