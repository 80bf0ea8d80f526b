import { describe, expect, it } from "vitest";
import { isStorableJson, isStorableUrl, maxJsonDepth } from "./storable";

const deep = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

describe("isStorableJson", () => {
  it.each([
    ["nothing", null],
    ["emoji, right to left, and tabs", { "clé 😀": ["\u202eabc", "a\tb\n"] }],
    ["numbers and booleans", [0, -1.5, 1e300, true]],
    ["a long list", Array.from({ length: 300_000 }, () => 1)],
    ["what is as deep as anybody means", deep(maxJsonDepth)],
  ])("lets %s through", (_, value) => expect(isStorableJson(value)).toBe(true));

  it.each([
    ["a text with U+0000", "a\u0000b"],
    ["a name with U+0000", { a: { "\u0000": 1 } }],
    ["half a character", ["x", { y: "\ud800" }]],
    ["the other half alone", "\udc00\ud800"],
    ["what is too deep", deep(maxJsonDepth + 2)],
    ["what is deep enough to break a stack", deep(300_000)],
  ])("stops %s", (_, value) => expect(isStorableJson(value)).toBe(false));
});

describe("isStorableUrl", () => {
  it.each(["http://shop/?q=a%00b", "http://shop/%00", "http://shop/?q=%ED%A0%80"])(
    "stops %s",
    (url) => expect(isStorableUrl(url)).toBe(false),
  );
  it.each(["http://shop/?filter=eq(name,a%20b)", "http://shop/%F0%9F%99%82", "http://shop/%2500"])(
    "lets %s through",
    (url) => expect(isStorableUrl(url)).toBe(true),
  );
});
