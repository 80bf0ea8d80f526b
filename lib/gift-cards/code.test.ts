import { describe, expect, it } from "vitest";
import { giftCardHash, newGiftCardCode, normalGiftCardCode } from "./code";
import { giftCardProblem, shareOfGiftCards } from "./find";

describe("gift card codes", () => {
  it("are never the same twice, and are read however they are typed", () => {
    const codes = new Set(Array.from({ length: 200 }, newGiftCardCode));
    expect(codes.size).toBe(200);
    for (const code of codes) {
      const normal = normalGiftCardCode(code);
      expect(normal).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(normalGiftCardCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(normal);
    }
  });

  it("take letters that look like digits for digits", () => {
    expect(normalGiftCardCode("OOOO-IIII-LLLL-0000")).toBe("0000111111110000");
  });

  it.each(["", "SAVE10", "7QX2-M4TD-0HZB-K93", "7QX2-M4TD-0HZB-K93U"])("%s is none", (typed) => {
    expect(normalGiftCardCode(typed)).toBeNull();
  });

  it("are not to be found in what is kept of them", () => {
    expect(giftCardHash("7QX2M4TD0HZBK93V")).not.toContain("7QX2");
  });
});

const now = new Date("2030-06-01T12:00:00Z");
const card = { currency: "EUR", balanceMinor: 500, expiresAt: null, disabledAt: null };

describe("giftCardProblem", () => {
  it.each([
    { problem: null, change: {} },
    { problem: "disabled", change: { disabledAt: now } },
    { problem: "expired", change: { expiresAt: now } },
    { problem: "other_currency", change: { currency: "USD" } },
    { problem: "empty", change: { balanceMinor: 0 } },
  ])("is $problem", ({ problem, change }) => {
    expect(giftCardProblem({ ...card, ...change }, { currency: "EUR", now })).toBe(problem);
  });
});

describe("shareOfGiftCards", () => {
  it.each([
    { promise: "covers a part", of: [300], amount: 1000, least: 50, shares: [300] },
    { promise: "covers all", of: [2000], amount: 1000, least: 50, shares: [1000] },
    {
      promise: "uses one after the other",
      of: [300, 900],
      amount: 1000,
      least: 50,
      shares: [300, 700],
    },
    { promise: "leaves what a card can take", of: [980], amount: 1000, least: 50, shares: [950] },
    { promise: "gives nothing to little", of: [10], amount: 40, least: 50, shares: [0] },
  ])("$promise", ({ of, amount, least, shares }) => {
    expect(shareOfGiftCards(of, amount, least)).toEqual(shares);
  });
});
