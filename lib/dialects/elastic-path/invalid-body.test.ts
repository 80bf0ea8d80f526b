import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { invalidBody } from "./invalid-body";
import { parseLenientJson } from "./lenient-json";
import { addItemsRequest } from "./requests/carts";
import { checkoutRequest } from "./requests/orders";
import { paymentRequest } from "./requests/payments";

const wrong = (schema: z.ZodType, data: unknown) => {
  const { error } = schema.safeParse({ data }, { reportInput: true });
  return error === undefined ? [] : invalidBody(error).entries;
};
const home = { first_name: "A", last_name: "B", line_1: "1", postcode: "1", country: "US" };
const ada = { name: "Ada", email: "ada@example.com" };
const address = { ...home, county: "C" };
const item = (change: object) => ({ type: "cart_item", id: "x", ...change });
const pay = (change: object) => ({ gateway: "manual", method: "purchase", ...change });

describe("a body that does not fit is refused in the official service's words", () => {
  it.each([
    [
      "an e-mail address that is none",
      wrong(checkoutRequest, { customer: { ...ada, email: "x" }, billing_address: address }),
      { title: "format", detail: "Does not match format 'email'", source: "data.customer.email" },
    ],
    [
      "a field that is missing",
      wrong(checkoutRequest, { customer: { name: "A" }, billing_address: address }),
      { title: "required", detail: "email is required", source: "data.customer.email" },
    ],
    [
      "an address without a county",
      wrong(checkoutRequest, { customer: ada, billing_address: home }),
      {
        title: "required",
        detail: "county is required",
        source: "data.billing_address.county",
      },
    ],
    [
      "a number where a text belongs",
      wrong(checkoutRequest, { customer: { ...ada, name: 5 }, billing_address: address }),
      { title: "invalid_type", detail: "Invalid type. Expected: string, given: integer" },
    ],
    [
      "a quantity below zero",
      wrong(addItemsRequest, item({ quantity: -1 })),
      {
        title: "number_gte",
        detail: "Must be greater than or equal to 1",
        meta: { value: -1 },
        source: "data.quantity",
      },
    ],
    [
      "half a thing",
      wrong(addItemsRequest, item({ quantity: 1.5 })),
      { title: "invalid_type", detail: "Invalid type. Expected: integer, given: number" },
    ],
    [
      "an amount of nothing",
      wrong(paymentRequest, pay({ amount: 0 })),
      { title: "number_gt", detail: "Must be greater than 0", meta: { value: 0 } },
    ],
    [
      "a text that is too long",
      wrong(checkoutRequest, {
        customer: ada,
        billing_address: address,
        external_ref: "x".repeat(65),
      }),
      { title: "string_lte", detail: "String length must be less than or equal to 64" },
    ],
    [
      "a list of nothing",
      wrong(addItemsRequest, []),
      { title: "array_min_items", detail: "Array must have at least 1 items" },
    ],
    [
      "a field that nobody knows",
      wrong(addItemsRequest, item({ foo: 1 })),
      {
        title: "additional_property_not_allowed",
        detail: "Additional property foo is not allowed",
        source: "data",
      },
    ],
    [
      "a method that nobody knows",
      wrong(paymentRequest, pay({ method: "steal" })),
      { title: "enum", detail: expect.stringContaining('one of the following: "purchase"') },
    ],
    [
      "a kind of item that nobody knows",
      wrong(addItemsRequest, item({ type: "thing" })),
      { title: "enum", detail: expect.stringContaining('one of the following: "cart_item"') },
    ],
    [
      "an item of no kind",
      wrong(addItemsRequest, { id: "x" }),
      { title: "required", detail: "type is required", source: "data.type" },
    ],
    [
      "no body to speak of",
      wrong(paymentRequest, null),
      { title: "invalid_type", detail: "Invalid type. Expected: object, given: null" },
    ],
    [
      "a card's number",
      wrong(paymentRequest, pay({ gateway: "stripe", number: "4242424242424242" })),
      { detail: expect.stringContaining("never accepted"), source: "data.number" },
    ],
    [
      "an account to send the money to",
      wrong(paymentRequest, pay({ options: { destination: "acct_1" } })),
      { detail: expect.stringContaining("stripe_connect"), source: "data.options.destination" },
    ],
  ])("%s", (_, [entry], words) => expect(entry).toMatchObject(words));

  it("names every fault, and not more than twenty", () => {
    const items = Array.from({ length: 50 }, () => item({ quantity: -1 }));
    expect(wrong(addItemsRequest, items)).toHaveLength(20);
  });
});

describe("parseLenientJson", () => {
  it.each([
    ['{"a":1,}', { a: 1 }],
    ['{"a":[1, ] , }', { a: [1] }],
    ['{"a":",}\\\\",}', { a: ",}\\" }],
  ])("forgives a comma too many: %s", (text, value) =>
    expect(parseLenientJson(text)).toEqual(value),
  );

  it.each([
    "{",
    '{"a":undefined}',
    "{,}x",
    `"${'\\"'.repeat(499_000)}`,
    `"${"\\".repeat(999_999)}`,
  ])("forgives nothing else, and is quick about it: %#", (text) =>
    expect(() => parseLenientJson(text)).toThrow(SyntaxError),
  );
});
