import { lookAgain } from "@/lib/payments/operations/look-again";
import { report } from "@/lib/payments/report";

/**
 * Asks the gateway about an order's payments. False: nothing may be said about them, because it did not
 * answer in the time that a person waits for a page, or because looking broke. Recovery asks again.
 */
export async function tryLookAgain(orderId: string): Promise<boolean> {
  try {
    return (await lookAgain({ orderId })) !== "unknown";
  } catch (error) {
    report(`the payments of order ${orderId} could not be looked at`, error);
    return false;
  }
}
