import { describe, expect, it } from "vitest";
import { makeAddress, makeDraft } from "@/lib/testing/checkout";
import { detailsProblems, emailProblem, normalAddress, phoneProblem } from "./problems";

const fields = (draft = makeDraft()) => detailsProblems(draft).map(({ fieldId }) => fieldId);

describe("detailsProblems", () => {
  it("finds nothing in a complete form", () => expect(fields()).toEqual([]));

  it("lists what is missing in the order of the form", () => {
    const shipping = makeAddress({ name: "", line1: "", city: "", region: "", postalCode: "" });
    expect(fields(makeDraft({ email: "", shipping }))).toEqual([
      "email",
      "shipping-name",
      "shipping-line1",
      "shipping-city",
      "shipping-region",
      "shipping-postalCode",
    ]);
  });

  it("checks the billing address only where there is another one", () => {
    const billing = makeAddress({ city: "" });
    expect(fields(makeDraft({ billing }))).toEqual(["billing-city"]);
  });

  it.each([
    {
      promise: "a prefecture is needed in Japan",
      country: "JP",
      postalCode: "1000001",
      region: "",
    },
    {
      promise: "a region of another country is none",
      country: "AU",
      postalCode: "2000",
      region: "CA",
    },
  ])("$promise", ({ country, postalCode, region }) => {
    const shipping = makeAddress({ country, postalCode, region });
    expect(fields(makeDraft({ shipping }))).toEqual(["shipping-region"]);
  });

  it("asks for no region and no postal code where a country has none", () => {
    const shipping = makeAddress({ country: "HK", region: "", postalCode: "" });
    expect(fields(makeDraft({ shipping }))).toEqual([]);
  });
});

describe("emailProblem", () => {
  it.each(["a@b.co", "first.last+tag@sub.example.com", "ünï@müller.example"])("takes %s", (email) =>
    expect(emailProblem(email)).toBeNull(),
  );
  it.each(["", "a", "a@b", "a@.com", "a b@c.de", "a@b.", "a@@b.co"])("refuses %j", (email) =>
    expect(emailProblem(email)).not.toBeNull(),
  );
});

describe("phoneProblem", () => {
  it.each(["", "+44 20 7946 0958", "(415) 555-0100", "０３−１２３４−５６７８", "030/12345"])(
    "takes %j",
    (phone) => expect(phoneProblem(phone)).toBeNull(),
  );
  it.each(["123", "call me", "+1234567890123456789"])("refuses %j", (phone) =>
    expect(phoneProblem(phone)).not.toBeNull(),
  );
});

describe("normalAddress", () => {
  it("drops what the country does not have and writes the code as it does there", () => {
    const address = makeAddress({ country: "GB", region: "CA", postalCode: "sw1a1aa" });
    expect(normalAddress(address)).toMatchObject({ region: "", postalCode: "SW1A 1AA" });
  });
});
