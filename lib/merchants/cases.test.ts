import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { countOpenCases, findCases, settleCaseByMerchant } from "./cases";

useTestDatabase();

describe("cases", () => {
  it("are settled once, by whoever comes first, and stay on record", async () => {
    const db = await database();
    const caseId = newId();
    const found = { kind: "amount_mismatch", dedupeKey: "a", message: "Too much.", facts: {} };
    await db.paymentCase.create({ data: { id: caseId, ...found } });
    expect(await countOpenCases()).toBe(1);

    const all = await Promise.allSettled(
      ["one", "two", "three"].map((who) =>
        settleCaseByMerchant({ caseId, resolution: `by ${who}`, merchantId: who }),
      ),
    );

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await countOpenCases()).toBe(0);
    expect(await findCases()).toMatchObject([{ id: caseId, status: "settled" }]);
  });

  it("refuses one that is not there", async () => {
    const settle = settleCaseByMerchant({ caseId: newId(), resolution: "?", merchantId: "one" });
    await expect(settle).rejects.toMatchObject({ code: "not_found" });
  });
});
