import { report } from "@/lib/payments/report";

type End = () => Promise<void>;

/** The first visitors of a fresh process do not share it with work that can wait for two seconds. */
const BEGIN_AFTER_MS = 2_000;

/** Begins some work soon. Gives what ends it, whether it has begun by then or not. */
export function soon(begin: () => Promise<End>): End {
  let begun: Promise<End> | null = null;
  const timer = setTimeout(() => {
    begun = begin();
    // Its schedule is gone then, and each kick still does its work.
    begun.catch((error: unknown) => report("the job queue", error));
  }, BEGIN_AFTER_MS);
  return async () => {
    clearTimeout(timer);
    await begun?.then(
      (end) => end(),
      () => undefined,
    );
  };
}
