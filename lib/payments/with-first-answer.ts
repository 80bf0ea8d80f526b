import { setTimeout as pause } from "node:timers/promises";
import { DomainError } from "@/lib/errors";

const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 250;

/**
 * A second tab or a nervous finger has sent the same request while the first is still being carried out: its
 * answer is the first one's, and a person would rather wait for that than be told so.
 *
 * @param operate carries an idempotency key, so that asking again is safe
 * @throws what `operate` throws; key_in_progress only after ten seconds
 */
export async function withFirstAnswer<Answer>(operate: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await operate();
    } catch (error) {
      const isRunning = error instanceof DomainError && error.code === "key_in_progress";
      if (!isRunning || Date.now() >= until) throw error;
    }
    await pause(ASK_AGAIN_MS);
  }
}
