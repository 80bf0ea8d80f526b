import { describe, expect, it } from "vitest";
import { makeAddress } from "@/lib/testing/checkout";
import { addressOf, billingContact, contactOf } from "./billing-contact";

const contact = (address: object = {}, name: unknown = "Ada Lovelace") => ({
  name,
  address: {
    line1: "1 Market Street",
    line2: null,
    city: "San Francisco",
    state: "CA",
    postal_code: "94107",
    country: "US",
    ...address,
  },
});

describe("an address of Stripe's form", () => {
  it("is the address that the shop gave it", () => {
    const address = makeAddress({ line2: "Flat 2" });
    expect(addressOf(billingContact.parse(contactOf(address)))).toEqual(address);
  });

  it.each([
    { promise: "names a region by its code", given: { state: "California" }, is: { region: "CA" } },
    { promise: "has no null", given: { city: null }, is: { city: "" } },
    {
      promise: "may be of a country that the shop does not send to",
      given: { country: "BR", state: "São Paulo", postal_code: "01310100" },
      is: { country: "BR", region: "SP", postalCode: "01310-100" },
    },
    {
      promise: "keeps a code that Stripe takes and we do not know",
      given: { country: "US", postal_code: "9410" },
      is: { postalCode: "9410" },
    },
  ])("$promise", ({ given, is }) => {
    expect(addressOf(billingContact.parse(contact(given)))).toMatchObject(is);
  });

  it.each([
    { promise: "without a name", given: contact({}, " ") },
    { promise: "without a street", given: contact({ line1: "" }) },
    { promise: "without a country", given: contact({ country: "" }) },
    { promise: "longer than any address", given: contact({ city: "x".repeat(201) }) },
    { promise: "that no database keeps", given: contact({ city: "\u0000" }) },
    { promise: "that is none", given: "12 St James's Square" },
  ])("is refused $promise", ({ given }) => {
    expect(billingContact.safeParse(given).success).toBe(false);
  });
});
