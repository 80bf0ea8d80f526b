import { describe, expect, it } from "vitest";
import { makeCheckoutPage } from "../../browser/testing/make-checkout-page";
import { pageText } from "./page-text";
import { echo, formErrors, methodParams, sessionParams } from "./read-form";

const english = pageText(makeCheckoutPage(), "en");
const now = new Date(2026, 10, 21);
const filled = {
  method: "card",
  email: "ada@example.com",
  number: "4242 4242 4242 4242",
  expiry: "4/31",
  cvc: "123",
  country: "US",
  postal_code: "94103",
};

describe("a posted checkout form", () => {
  it("is accepted as people type it without script", () => {
    expect(formErrors(makeCheckoutPage(), filled, english, now)).toEqual({});
    expect(methodParams(filled, null)).toMatchObject({
      type: "card",
      card: { number: "4242424242424242", exp_month: 4, exp_year: 2031, cvc: "123" },
      billing_details: { email: "ada@example.com" },
    });
  });

  it("names each field that is wrong", () => {
    const wrong = { ...filled, email: "ada", number: "4242", expiry: "1/20", postal_code: "" };

    expect(Object.keys(formErrors(makeCheckoutPage(), wrong, english, now))).toEqual([
      "email",
      "number",
      "expiry",
      "postal_code",
    ]);
  });

  it("asks for nothing of the card when a saved one is chosen", () => {
    const saved = { method: "pm_1", email: "ada@example.com" };

    expect(formErrors(makeCheckoutPage(), saved, english, now)).toEqual({});
    expect(methodParams(saved, null)).toBeNull();
  });

  it("wants a shipping address where the session does", () => {
    const page = makeCheckoutPage({ shipping_address_collection: { allowed_countries: ["DE"] } });

    expect(Object.keys(formErrors(page, filled, english, now))).toContain("shipping.line1");
    expect(sessionParams(page, { ...filled, "shipping.line1": " X 1 " })).toMatchObject({
      shipping_address: { address: { line1: "X 1" } },
    });
  });

  it("never gives card details back to the page", () => {
    expect(JSON.stringify(echo(filled))).not.toMatch(/4242|"123"|4\/31/);
  });
});
