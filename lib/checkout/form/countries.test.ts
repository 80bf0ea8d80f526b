import { describe, expect, it } from "vitest";
import { addressFormat, countryCodes, normalPostalCode } from "./countries";

describe("normalPostalCode", () => {
  it.each([
    { country: "US", typed: "94107", written: "94107" },
    { country: "US", typed: "94107 1234", written: "94107-1234" },
    { country: "GB", typed: "sw1a1aa", written: "SW1A 1AA" },
    { country: "GB", typed: "M1 1AE", written: "M1 1AE" },
    { country: "CA", typed: "k1a-0b1", written: "K1A 0B1" },
    { country: "JP", typed: "１００−０００１", written: "100-0001" },
    { country: "JP", typed: "１０００００１", written: "100-0001" },
    { country: "NL", typed: "1012ab", written: "1012 AB" },
    { country: "SE", typed: "11122", written: "111 22" },
    { country: "PL", typed: "00950", written: "00-950" },
    { country: "BR", typed: "01310100", written: "01310-100" },
    { country: "MX", typed: "06600", written: "06600" },
    { country: "DE", typed: "1011", written: null },
    { country: "FR", typed: "7500A", written: null },
    { country: "US", typed: "9410", written: null },
    { country: "GB", typed: "94107", written: null },
    { country: "HK", typed: "", written: "" },
  ])("$country: $typed is written $written", ({ country, typed, written }) => {
    expect(normalPostalCode(country, typed)).toBe(written);
  });

  it.each(countryCodes)("takes the example that %s shows, as it stands", (country) => {
    const example = addressFormat(country).postal?.example ?? "";
    expect(normalPostalCode(country, example)).toBe(example);
  });
});
