import { describe, expect, it } from "vitest";
import { formatAmount, fractionDigits } from "./money";

describe("formatAmount", () => {
  it.each([
    { minor: 4200, currency: "usd", text: "$42.00" },
    { minor: 4200, currency: "JPY", text: "¥4,200" },
    { minor: 4200, currency: "kwd", text: "KWD 4.200" },
    { minor: -5, currency: "eur", text: "-€0.05" },
  ])("writes $minor $currency as $text", ({ minor, currency, text }) =>
    expect(formatAmount(minor, currency, "en-US").replace(/\s/g, " ")).toBe(text),
  );

  it("follows the locale", () => {
    expect(formatAmount(123456, "eur", "de-DE").replace(/\s/g, " ")).toBe("1.234,56 €");
  });
});

describe("fractionDigits", () => {
  it.each([
    ["usd", 2],
    ["jpy", 0],
    ["bhd", 3],
    ["isk", 2],
  ])("of %s is %i", (currency, digits) => expect(fractionDigits(currency)).toBe(digits));
});
