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
    const name = `tender_test_${newToken().replace(/\W/g, "").toLowerCase()}`;
    const admin = await openServer(template.adminUrl);
    await admin.executeScript(`CREATE DATABASE ${name} TEMPLATE ${template.name}`);
    const url = new URL(template.adminUrl);
    url.pathname = `/${name}`;
    useConnection(await openServer(url.href));
    drop = async () => {
      await admin.executeScript(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    };
  });

  afterAll(async () => {
    await disconnect();
    await closeConnection();
    await drop();
  });
}
