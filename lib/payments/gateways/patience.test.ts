import { describe, expect, it } from "vitest";
import { inBackground, inTime, patience } from "./patience";

const never = new Promise<never>(() => undefined);

describe("who waits for a gateway", () => {
  it("is answered within ten seconds, and an attempt takes eight at most", () => {
    expect(patience()).toMatchObject({ attemptMs: 8_000, totalMs: 10_000 });
  });

  it("is told that the outcome is unknown when no answer comes, and never that it failed", async () => {
    expect(await inTime(never, { totalMs: 5 })).toMatchObject({ kind: "unknown" });
  });

  it("is given the answer, or the error, that comes in time", async () => {
    expect(await inTime(Promise.resolve("done"), { totalMs: 5_000 })).toBe("done");
    await expect(inTime(Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });

  it("is nobody in the background: there an answer may take its time", async () => {
    const inside = await inBackground(() => Promise.resolve().then(patience));
    expect(inside).toMatchObject({ totalMs: null });
    expect(patience().totalMs).not.toBeNull();
  });
});
