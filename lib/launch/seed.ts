import { disconnect } from "@/lib/db/client";
import { closeConnection } from "@/lib/db/connection";
import { seed } from "@/prisma/seed";

/** Seeds the database for the store that starts, tells it what came of that, and ends with it. */
process.once("disconnect", () => process.exit(1));

try {
  const { setupLink } = await seed();
  await disconnect();
  await closeConnection();
  process.send?.({ seeded: true, setupLink }, () => process.exit(0));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
