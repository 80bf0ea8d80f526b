import { DomainError } from "@/lib/errors";

/** As long as somebody at a till waits for a page. */
const LONGEST_MS = 12_000;
const STEP_MS = 40;

/**
 * The same request can be under way already: a client asked again because it heard nothing. It is waited
 * for, so that both get the one answer.
 *
 * @throws DomainError key_in_progress when the first one takes too long
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isUnderWay = error instanceof DomainError && error.code === "key_in_progress";
      if (!isUnderWay || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }
}
