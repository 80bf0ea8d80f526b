import { kick } from "@/lib/jobs/kick";
import { report } from "@/lib/payments/report";
import { isAnythingDue } from "./send";

const pauseMs = 2_000;

/**
 * Programs are told within seconds of whatever happened, whoever caused it: the outbox is written by the
 * database, so nobody else could say that there is something in it. Gives what ends it.
 */
export function watchOutbox(): () => void {
  const timer = setInterval(() => {
    isAnythingDue()
      .then((due) => (due ? kick("outgoing_webhooks") : undefined))
      .catch((error: unknown) => report("outgoing webhooks", error));
  }, pauseMs);
  timer.unref();
  return () => clearInterval(timer);
}
