import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing";
import { PLATFORM, Universe } from "./universe";

const open = (folder = temporaryFolder()) => {
  const journal = join(folder, "journal.ndjson");
  return { folder, journal, universe: new Universe({ journal, fsync: false }) };
};

const setting = (id: string, value = "1") => ({ id, value });

describe("a transaction", () => {
  it("that throws leaves everything as it was, order and indexes included", () => {
    const { universe } = open();
    const { timers, settings } = universe.platform;
    universe.transact(() => {
      settings.save(setting("kept"));
      settings.save(setting("removed"));
      timers.save({ id: "t1", kind: "settle_intent", target: "pi_1", due: 1 });
    });
    const fails = () =>
      universe.transact(() => {
        settings.save(setting("new"));
        settings.save(setting("kept", "2"));
        settings.remove("removed");
        timers.save({ id: "t1", kind: "settle_intent", target: "pi_2", due: 1 });
        throw new Error("no");
      });
    expect(fails).toThrow("no");
    expect([...settings.oldest()]).toEqual([setting("kept"), setting("removed")]);
    expect(timers.by("target", "pi_1")).toHaveLength(1);
    expect(timers.by("target", "pi_2")).toHaveLength(0);
  });

  it("is in the file when it says so, and comes back", async () => {
    const { folder, journal, universe } = open();
    const { settings } = universe.platform;
    await universe.transact(() => settings.save(setting("a"))).written;
    await universe.transact(() => settings.save(setting("a", "2"))).written;
    await universe.transact(() => {
      settings.save(setting("b"));
      settings.remove("a");
    }).written;
    expect(readFileSync(journal, "utf8").trim().split("\n")).toHaveLength(3);
    expect([...open(folder).universe.platform.settings.oldest()]).toEqual([setting("b")]);
  });

  it("that was cut in the middle by a crash is dropped, and writing goes on", async () => {
    const { folder, journal, universe } = open();
    await universe.transact(() => universe.platform.settings.save(setting("a"))).written;
    appendFileSync(journal, '{"v":[{"id":"b","val');
    const again = open(folder).universe;
    await again.transact(() => again.platform.settings.save(setting("c"))).written;
    const ids = [...open(folder).universe.platform.settings.oldest()].map(({ id }) => id);
    expect(ids).toEqual(["a", "c"]);
  });

  it("of many changes to one object leaves a file that is rewritten at the next start", async () => {
    const { folder, journal, universe } = open();
    for (let at = 0; at < 3000; at++) {
      universe.transact(() => universe.platform.settings.save(setting("a", String(at))));
    }
    universe.flush();
    const again = open(folder).universe;
    expect(again.platform.settings.find("a")?.value).toBe("2999");
    expect(readFileSync(journal, "utf8").trim().split("\n")).toHaveLength(1);
  });

  it("keeps the accounts apart", async () => {
    const { folder, universe } = open();
    await universe.transact(() => universe.store("acct_1").settings.save(setting("a"))).written;
    const again = open(folder).universe;
    expect(again.store("acct_1").settings.size).toBe(1);
    expect(again.store(PLATFORM).settings.size).toBe(0);
  });
});

describe("the journal", () => {
  it("is rewritten while transactions go on, and loses none of them", async () => {
    const { folder, journal, universe } = open();
    const { settings } = universe.platform;
    const save = (id: string, value?: string) =>
      universe.transact(() => settings.save(setting(id, value))).written;
    for (let at = 0; at < 500; at++) await save(`old-${at}`);
    for (let at = 0; at < 2000; at++) await save("busy", String(at));
    const before = readFileSync(journal, "utf8").length;

    const rewriting = universe.compactGradually();
    const meanwhile = [save("new"), save("old-499", "changed")];
    universe.transact(() => settings.remove("old-0"));
    await Promise.all([rewriting, ...meanwhile]);
    await save("after");

    expect(readFileSync(journal, "utf8").length).toBeLessThan(before / 2);
    const held = [...settings.oldest()];
    universe.close();
    const again = open(folder).universe.platform.settings;
    expect([...again.oldest()]).toEqual(held);
    expect(again.find("old-0")).toBeUndefined();
    expect(again.find("old-499")?.value).toBe("changed");
    expect(again.find("after")).toBeDefined();
  });
});
