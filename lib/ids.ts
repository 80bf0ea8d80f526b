import { randomBytes, randomFillSync } from "node:crypto";
import { z } from "zod";

export const orderIdSchema = z.uuid().brand<"OrderId">();
export const paymentIdSchema = z.uuid().brand<"PaymentId">();

const ID_BYTES = 16;
const pool = Buffer.alloc(256 * ID_BYTES);
let taken = pool.length;

/** From a stock of random bytes: asking the system for each id takes longer than all else in making it. */
function freshBytes(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return pool.subarray(taken, (taken += ID_BYTES));
}

/** A UUID of version 7: it begins with the time, so rows made together stand together in an index. */
export function newId(now: number = Date.now()): string {
  const bytes = freshBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** 192 random bits for links and cookies: nobody guesses it. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}
