import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing";
import { PLATFORM, Universe } from "./universe";

const open = (journal: string) => new Universe({ journal, fsync: false });

/** The folder as it is now: what a program that is killed at this moment leaves. */
function killedNow(journal: string): string {
  const copy = temporaryFolder();
  for (const name of readdirSync(dirname(journal))) {
    copyFileSync(join(dirname(journal), name), join(copy, name));
  }
  return join(copy, basename(journal));
}

describe("a crash while the journal is rewritten", () => {
  it("loses nothing that was in the file, at any moment of it", async () => {
    const journal = join(temporaryFolder(), "journal.ndjson");
    const universe = open(journal);
    const save = (id: string, value: string) =>
      universe.transact(() => universe.store(PLATFORM).settings.save({ id, value })).written;
    for (let at = 0; at < 900; at++) await save(`a${at}`, "before");
    const rewritten = universe.compactGradually();
    const left: { journal: string; known: number }[] = [];
    for (let at = 0; at < 12; at++) {
      await save(`b${at}`, "during");
      left.push({ journal: killedNow(journal), known: at + 1 });
    }
    await rewritten;
    left.push({ journal: killedNow(journal), known: 12 });
    for (const { journal: found, known } of left) {
      const after = open(found);
      const { settings } = after.store(PLATFORM);
      expect(settings.find("a899")?.value).toBe("before");
      expect(settings.find("a0")?.value).toBe("before");
      expect(settings.find(`b${known - 1}`)?.value).toBe("during");
      after.close();
    }
    universe.close();
  });

  it("leaves a half-written file that nobody reads", async () => {
    const journal = join(temporaryFolder(), "journal.ndjson");
    const universe = open(journal);
    await universe.transact(() =>
      universe.store(PLATFORM).settings.save({ id: "kept", value: "1" }),
    ).written;
    universe.close();
    for (const half of ["new", "gradual"]) writeFileSync(`${journal}.${half}`, '{"v":[{"id":"x');
    const after = open(journal);
    expect(after.store(PLATFORM).settings.find("kept")?.value).toBe("1");
    after.close();
  });
});
