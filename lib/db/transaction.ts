import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { transactOnce, type Prisma } from "./client";

/** What a query needs: the transaction it stands in. */
export type Tx = Prisma.TransactionClient;

const RETRIES = 5;

/** By code and not by class: the launcher and the bundle each have their own copy of the class. */
function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** Raw statements fail with the driver's own error, Prisma's models with a code. */
function hasKind(error: unknown, kind: string): boolean {
  return isDriverAdapterError(error) && error.cause.kind === kind;
}

/** Another transaction came first: nothing was written, and the same work may simply be done again. */
const isConflict = (error: unknown): boolean =>
  hasCode(error, "P2034") || hasKind(error, "TransactionWriteConflict");

/**
 * Runs `work` in one database transaction and again when it lost against a concurrent one, so `work`
 * must have no effect but its queries. Inside it every query goes through `tx`: the embedded database
 * has one connection, and a query beside the transaction would wait for its end for ever.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactOnce(work);
    } catch (error) {
      if (attempt > RETRIES || !isConflict(error)) throw error;
    }
  }
}

/** True when a row that must be unique is already there. */
export function isDuplicate(error: unknown): boolean {
  return hasCode(error, "P2002") || hasKind(error, "UniqueConstraintViolation");
}
