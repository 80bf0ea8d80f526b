import { describe, expect, it } from "vitest";
import { addWorkdays, deliveryEstimate } from "./delivery";

const friday = new Date("2026-11-20T12:00:00Z");

describe("addWorkdays", () => {
  it.each([
    { count: 1, day: "2026-11-23" },
    { count: 5, day: "2026-11-27" },
    { count: 6, day: "2026-11-30" },
  ])("is $day for $count after a Friday", ({ count, day }) => {
    expect(addWorkdays(friday, count).toISOString().slice(0, 10)).toBe(day);
  });

  it("counts from Monday when a weekend begins it", () => {
    const sunday = new Date("2026-11-22T12:00:00Z");
    expect(addWorkdays(sunday, 1).toISOString().slice(0, 10)).toBe("2026-11-23");
  });
});

describe("deliveryEstimate", () => {
  it("names both days, or one where they are the same", () => {
    expect(deliveryEstimate({ minDays: 1, maxDays: 2 }, friday)).toMatch(
      /Mon, Nov 23.*Tue, Nov 24/,
    );
    expect(deliveryEstimate({ minDays: 1, maxDays: 1 }, friday)).toBe("Mon, Nov 23");
  });
});
