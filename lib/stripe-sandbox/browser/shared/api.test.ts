import { describe, expect, it } from "vitest";
import { formEncode } from "./api";

describe("formEncode", () => {
  it("writes nesting with brackets, as Stripe's API reads it", () => {
    const encoded = formEncode({ card: { number: "42", exp_month: 4 }, expand: ["a", "b"] });

    expect([...encoded]).toEqual([
      ["card[number]", "42"],
      ["card[exp_month]", "4"],
      ["expand[0]", "a"],
      ["expand[1]", "b"],
    ]);
  });

  it("leaves out what is undefined and empties what is null", () => {
    expect([...formEncode({ a: undefined, b: null, c: { d: undefined } })]).toEqual([["b", ""]]);
  });

  it("keeps zero and false", () => {
    expect([...formEncode({ a: 0, b: false })]).toEqual([
      ["a", "0"],
      ["b", "false"],
    ]);
  });
});
