import { describe, expect, it } from "vitest";
import { currencySchema, fractionDigits } from "./currency";
import { formatMoney, money, parseMajor, toMajor } from "./money";

describe("money", () => {
  it.each([
    { minor: 1999, currency: "USD", locale: "en-US", text: "$19.99" },
    { minor: 500, currency: "JPY", locale: "ja-JP", text: "￥500" },
    { minor: 12_345, currency: "KWD", locale: "en-US", text: "KWD 12.345" },
    { minor: 100_000, currency: "EUR", locale: "de-DE", text: "1.000,00 €" },
    { minor: 0, currency: "GBP", locale: "en-GB", text: "£0.00" },
    // Stripe counts ISK and UGX in hundredths, though ISO 4217 gives them no decimals.
    { minor: 500, currency: "ISK", locale: "en-US", text: "ISK 5.00" },
  ] as const)("writes $minor $currency as $text", ({ minor, currency, locale, text }) => {
    expect(formatMoney({ minor, currency }, locale).replace(/\s/g, " ")).toBe(text);
  });

  it.each([
    { typed: "12.5", currency: "USD", minor: 1250 },
    { typed: "12,50", currency: "EUR", minor: 1250 },
    { typed: "1,250.00", currency: "USD", minor: 125_000 },
    { typed: " 7 ", currency: "USD", minor: 700 },
    { typed: "500", currency: "JPY", minor: 500 },
    { typed: "1.234", currency: "KWD", minor: 1234 },
    { typed: "0", currency: "USD", minor: 0 },
  ] as const)("reads $typed $currency as $minor", ({ typed, currency, minor }) => {
    expect(parseMajor(typed, currency)).toBe(minor);
  });

  it.each([
    { typed: "", currency: "USD" },
    { typed: "-1", currency: "USD" },
    { typed: "12.345", currency: "USD" },
    { typed: "5.5", currency: "JPY" },
    { typed: "1e3", currency: "USD" },
    { typed: "ten", currency: "USD" },
    { typed: "99999999999999999999", currency: "USD" },
  ] as const)("does not read $typed as $currency", ({ typed, currency }) => {
    expect(parseMajor(typed, currency)).toBeNull();
  });

  it("gives back what it read", () => {
    for (const minor of [0, 1, 99, 100, 12_345_678]) {
      for (const currency of ["USD", "JPY", "KWD"] as const) {
        expect(parseMajor(toMajor({ minor, currency }), currency)).toBe(minor);
      }
    }
  });

  it("is whole minor units", () => {
    expect(() => money(1.5, "USD")).toThrow(RangeError);
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, "USD")).toThrow(RangeError);
  });

  it("knows a currency in either case, and no other", () => {
    expect(currencySchema.parse("usd")).toBe("USD");
    expect(currencySchema.safeParse("XYZ").success).toBe(false);
    expect(fractionDigits("JPY")).toBe(0);
  });
});
