import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/testing/database";
import { countAttempt, forgetAttempts } from "./rate-limit";

useTestDatabase();

const limit = { attempts: 5, windowMs: 60_000 };

describe("countAttempt", () => {
  it("lets exactly so many through when all come at once", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 40 }, () => countAttempt("together", limit)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("says how long to wait", async () => {
    const one = { attempts: 1, windowMs: 90_000 };
    await countAttempt("wait", one);
    await expect(countAttempt("wait", one)).rejects.toMatchObject({
      code: "too_many_attempts",
      message: "Too many attempts. Try again in 2 minutes.",
      facts: { retryAfterSeconds: expect.any(Number) },
    });
  });

  it("counts keys apart, and forgets one on request", async () => {
    const one = { attempts: 1, windowMs: 60_000 };
    await countAttempt("a", one);
    await countAttempt("b", one);
    await forgetAttempts("a");
    await countAttempt("a", one);
    await expect(countAttempt("b", one)).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  it("starts again when the window is over, and sweeps windows of others", async () => {
    const db = await database();
    const past = new Date(Date.now() - 3_600_000);
    await countAttempt("over", { attempts: 1, windowMs: 60_000 });
    await db.rateLimit.updateMany({ data: { windowEnd: past } });
    await countAttempt("over", { attempts: 1, windowMs: 60_000 });
    expect(await db.rateLimit.count()).toBe(1);
  });
});
