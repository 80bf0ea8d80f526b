import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/testing/database";
import { metricsText } from "./metrics";

useTestDatabase();

describe("metrics", () => {
  it("says what waits, in lines that Prometheus reads", async () => {
    const db = await database();
    await db.paymentCase.create({
      data: { kind: "amount_mismatch", dedupeKey: "test", message: "12 is not 13" },
    });
    const lines = (await metricsText()).trimEnd().split("\n");
    expect(lines).toContain('tender_cases_open{kind="amount_mismatch"} 1');
    const form = /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+)$/;
    expect(lines.filter((line) => !form.test(line))).toEqual([]);
  });
});
