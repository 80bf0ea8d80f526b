import { describe, expect, it } from "vitest";
import { parseFilter } from "./filter";

const test = (op: string, attribute: string, ...values: string[]) => ({
  test: { op, attribute, values },
});

describe("parseFilter", () => {
  it.each([
    ["one condition", "eq(payment,paid)", { all: [test("eq", "payment", "paid")] }],
    [
      "conditions that must all hold",
      "eq(payment,paid):like(email,*@x.com)",
      { all: [test("eq", "payment", "paid"), test("like", "email", "*@x.com")] },
    ],
    [
      "a moment, with colons in it",
      "gt(created_at,2018-04-16T10:11:59.715Z)",
      { all: [test("gt", "created_at", "2018-04-16T10:11:59.715Z")] },
    ],
    ["several values", "in(id,a,b)", { all: [test("in", "id", "a", "b")] }],
    ["no value", "is_null(external_ref)", { all: [test("is_null", "external_ref")] }],
    [
      "a dotted attribute",
      "eq(contact.email,a@b.c)",
      { all: [test("eq", "contact.email", "a@b.c")] },
    ],
    ["a quoted value", 'eq(name,"A, (B) \\"C\\"")', { all: [test("eq", "name", 'A, (B) "C"')] }],
    [
      "either of two",
      "(eq(status,complete)|eq(status,processing)):eq(currency,USD)",
      {
        all: [
          {
            any: [
              { all: [test("eq", "status", "complete")] },
              { all: [test("eq", "status", "processing")] },
            ],
          },
          test("eq", "currency", "USD"),
        ],
      },
    ],
    [
      "brackets in a value",
      "(eq(name,Mug (Fog))|eq(name,Cup)):like(sku,A (B)*)",
      {
        all: [
          {
            any: [{ all: [test("eq", "name", "Mug (Fog)")] }, { all: [test("eq", "name", "Cup")] }],
          },
          test("like", "sku", "A (B)*"),
        ],
      },
    ],
    ["nothing", "", null],
  ])("reads %s", (_, text, filter) => expect(parseFilter(text)).toEqual(filter));

  it.each([
    "paid",
    "eq(payment)",
    "eq(payment,)",
    "eq(payment,paid",
    "eq(payment,paid))",
    "eq(payment,paid):",
    "eq(payment,a,b)",
    "drop(payment,paid)",
    "is_null(payment,paid)",
    "(eq(a,b)|)",
    "((((((((eq(a,b)))))))))",
    "eq(a;b,c)",
    Array.from({ length: 11 }, () => "eq(a,b)").join(":"),
  ])("refuses %s", (text) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
