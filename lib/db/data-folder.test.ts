import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderInUse, takeFolder } from "./data-folder";

describe("the folder of the embedded database", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tender-folder-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is taken over from a process that is gone", async () => {
    // No process has this number: it is above what Linux gives.
    await writeFile(join(folder, "database.lock"), "4194305 123");
    await expect(takeFolder(folder)).resolves.toBeUndefined();
  });

  it("is refused while its process lives, in a sentence that names it", async () => {
    const second = takeFolder(folder);
    await expect(second).rejects.toThrow(FolderInUse);
    await expect(second).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it("is taken over when the number belongs to another process since", async () => {
    await writeFile(join(folder, "database.lock"), `${process.ppid} 1`);
    await expect(takeFolder(folder)).resolves.toBeUndefined();
  });
});
