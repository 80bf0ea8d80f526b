import { countAttempt } from "@/lib/http/rate-limit";
import { DomainError } from "@/lib/errors";

/** More than anybody's own cards; after that a payment page closes, and opens again later. */
export const refusalsOfOrder = { attempts: 12, windowMs: 15 * 60_000 };

export const refusalsKey = (orderId: string): string => `pay:refused:${orderId}`;

/** Counts what the gateway tells of. True when it was one too many. */
export async function countRefusals(orderId: string, count: number): Promise<boolean> {
  try {
    for (let i = 0; i < count; i += 1) await countAttempt(refusalsKey(orderId), refusalsOfOrder);
    return false;
  } catch (error) {
    if (error instanceof DomainError && error.code === "too_many_attempts") return true;
    throw error;
  }
}
