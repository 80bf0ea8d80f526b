import { describe, expect, it } from "vitest";
import { connection } from "@/lib/db/connection";
import { useTestDatabase } from "@/lib/testing/database";
import { useSandbox } from "@/lib/testing/sandbox";
import { startJobs } from "./start";
import { runOnce } from "./run-once";

useTestDatabase();
useSandbox();

describe("the jobs of a process", () => {
  it("start, are scheduled, and end", async () => {
    const stop = await startJobs();
    const { rows } = await (await connection()).executeSql(`SELECT "name" FROM jobs.schedule`);
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["webhooks", "recovery", "reservations", "mail"]),
    );
    await stop();
  });

  it("start again on the same database", async () => {
    const stop = await startJobs();
    await expect(stop()).resolves.toBeUndefined();
  });
});

describe("a kick", () => {
  it("runs the work once at a time, and once more for what came meanwhile", async () => {
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const work = async () => {
      runs += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
    };
    await Promise.all([1, 2, 3, 4].map(() => runOnce("counted", work)));
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  });
});
