import { setTimeout as pause } from "node:timers/promises";
import { DomainError } from "@/lib/errors";

/** As long as somebody at a till or a desk waits for a page. */
const PATIENCE_MS = 12_000;
const ASK_AGAIN_MS = 40;

/**
 * A second tab, a nervous finger or a client that heard nothing has sent the same request while the first is still
 * being carried out: its answer is the first one's, and a person would rather wait for that than be told so.
 *
 * @param operate carries an idempotency key, so that asking again is safe
 * @throws what `operate` throws; key_in_progress only after twelve seconds
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
