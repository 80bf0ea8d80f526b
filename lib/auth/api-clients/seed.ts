import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createApiClient } from "./clients";

const demoClients = [
  { id: "demo-storefront", name: "Demo storefront", withSecret: false },
  {
    id: "demo-backend",
    name: "Demo backend",
    withSecret: true,
    secret: "demo-backend-secret",
  },
];

/** The clients of the README's examples. Never where real money moves: their secret is public. */
export async function seedApiClients(): Promise<void> {
  if (!env().demo) return;
  const db = await database();
  for (const client of demoClients) {
    const known = await db.apiClient.findUnique({ where: { id: client.id } });
    if (known === null) await createApiClient(client);
  }
}
