import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 60_000;

/** Asks until the answer is 2xx. @throws Error with one sentence when none came in a minute. */
export async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    if (answer) last = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
    await wait(50);
  }
  throw new Error(`${url} was not ready within a minute (${last}).`);
}
