import { database } from "@/lib/db/client";
import { checks } from "./invariant-checks";

/**
 * The rules that hold whatever happened, checked over a whole database. Each is one query that finds
 * what breaks it, so a million orders take seconds. Tests that move money end with it, a job runs it,
 * merchants see it, and `npm run invariants` prints it. What only the gateway can tell is compared in
 * `audit.ts`.
 */
export type Violation = {
  /** Its number on the architecture page. */
  invariant: number;
  message: string;
};

/** At most so many of each rule are told: where a rule is broken everywhere, the first say enough. */
const LIMIT = 50;

export async function checkInvariants(): Promise<Violation[]> {
  const db = await database();
  const violations: Violation[] = [];
  for (const { invariant, promise, query } of checks) {
    const rows = await db.$queryRawUnsafe<{ what: string }[]>(
      `SELECT "what" FROM (${query}) AS "broken" LIMIT ${LIMIT}`,
    );
    for (const { what } of rows) violations.push({ invariant, message: `${promise}: ${what}` });
  }
  return violations;
}
