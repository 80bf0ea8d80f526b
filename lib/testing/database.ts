import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { closeConnection, openEmbedded, openServer, useConnection } from "@/lib/db/connection";
import { newToken } from "@/lib/ids";

/**
 * Gives the test file a migrated, empty database of its own: embedded, or on the server that
 * TEST_DATABASE_URL names. Afterwards `database()` and `inTransaction()` work as in the store.
 */
export function useTestDatabase(): void {
  let drop = async (): Promise<void> => undefined;

  beforeAll(async () => {
    const template = inject("template");
    if (template.kind === "embedded") {
      const snapshot = new Blob([await readFile(template.image)]);
      useConnection(await openEmbedded("memory://", { snapshot }));
      return;
    }
    const made = await createDatabase(template.adminUrl, template.name);
    useConnection(await openServer(made.url));
    ({ drop } = made);
  });

  afterAll(async () => {
    await disconnect();
    await closeConnection();
    await drop();
  });
}

/** A database on the server: a copy of another one, or empty. */
export async function createDatabase(
  adminUrl: string,
  template = "template0",
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `tender_test_${newToken().replace(/\W/g, "").toLowerCase()}`;
  const admin = await openServer(adminUrl);
  await admin.executeScript(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await admin.executeScript(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.close();
  };
  return { url: url.href, drop };
}
