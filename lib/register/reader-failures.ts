import type { Failure } from "@/lib/payments/core/gateway-answers";

/** How a reader's turn can end without money, in the numbers that tills know. */
const shopper: Failure = { code: "108", message: "Shopper cancelled tx" };
const stopped: Failure = { code: "104", message: "Merchant cancelled tx" };
const timeout: Failure = { code: "126", message: "Shopper did not present card" };

export const readerFailures = {
  stopped,
  timeout,
  /** What the gateway says of a reader that was away, busy or broken. */
  unreachable: (message: string): Failure => ({
    code: "unreachable",
    message: `Failed to send message to POI. ${message}`,
  }),
  of(failure: Failure | null): Failure {
    const { code, message } = failure ?? { code: "failed", message: "The reader gave up." };
    if (/timeout|timed_out/.test(code)) return timeout;
    if (/cancel/.test(code)) return shopper;
    return { code, message };
  },
};
