import { describe, expect, it } from "vitest";
import { makeAddress } from "@/lib/testing/checkout";
import { addressLines } from "./address";

const town = (overrides: Parameters<typeof makeAddress>[0]) =>
  addressLines(makeAddress({ region: "", ...overrides })).slice(2, -1);

describe("addressLines", () => {
  it.each([
    { country: "US", city: "Reno", region: "NV", postalCode: "89501", is: ["Reno, NV 89501"] },
    { country: "GB", city: "London", postalCode: "SW1A 1AA", is: ["London", "SW1A 1AA"] },
    { country: "DE", city: "Berlin", postalCode: "10115", is: ["10115 Berlin"] },
    {
      country: "BR",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
      is: ["São Paulo - SP", "01310-100"],
    },
    {
      country: "MX",
      city: "Ciudad de México",
      region: "CDMX",
      postalCode: "06600",
      is: ["06600 Ciudad de México, CDMX"],
    },
    {
      country: "JP",
      city: "Chiyoda-ku",
      region: "Tokyo",
      postalCode: "100-0001",
      is: ["Chiyoda-ku, Tokyo", "100-0001"],
    },
  ])("writes the town as in $country", ({ is, ...address }) => expect(town(address)).toEqual(is));

  it("begins with the name, ends with the country, and leaves out what is empty", () => {
    const lines = addressLines(makeAddress({ country: "FR", city: "Paris", postalCode: "75001" }));
    expect(lines[0]).toBe("Ada Lovelace");
    expect(lines.at(-1)).toBe("France");
    expect(lines).not.toContain("");
  });
});
