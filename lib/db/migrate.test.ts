import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createDatabase } from "@/lib/testing/database";
import { openServer, type Connection } from "./connection";
import { applyMigrations } from "./migrate";

const migrations = join(import.meta.dirname, "../../prisma/migrations");
const template = inject("template");

describe.skipIf(template.kind === "embedded")("stores that start together", () => {
  let stores: [Connection, Connection];
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const made = await createDatabase(template.kind === "server" ? template.adminUrl : "");
    ({ drop } = made);
    stores = [await openServer(made.url), await openServer(made.url)];
  });

  afterEach(async () => {
    for (const store of stores) await store.close();
    await drop();
  });

  it("bring an empty database to the present once, and both may go on", async () => {
    const applied = await Promise.all(stores.map((store) => applyMigrations(store, migrations)));
    const [none, all] = applied.toSorted((a, b) => a.length - b.length);
    expect(none).toEqual([]);
    expect(all?.length).toBeGreaterThan(0);
  });

  it("may be of two versions: the older one that runs on keeps nobody waiting", async () => {
    const older = await mkdtemp(join(tmpdir(), "tender-older-"));
    await cp(migrations, older, { recursive: true });
    const newest = (await readdir(older))
      .filter((entry) => /^\d/.test(entry))
      .toSorted()
      .at(-1);
    await rm(join(older, newest ?? ""), { recursive: true });
    await applyMigrations(stores[0], older);
    expect(await applyMigrations(stores[1], migrations)).toEqual([newest]);
    await rm(older, { recursive: true });
  });
});
