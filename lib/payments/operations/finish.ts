import { report } from "@/lib/payments/report";
import type { Recorded } from "@/lib/payments/store/record";
import { carryOut } from "./carry-out";
import { closePayment } from "./close-payment";

/**
 * What a recorded outcome makes necessary, once its database transaction is over: giving unwanted
 * money back, closing pages that could still take some. All of it is written down as due already, so
 * when this fails or the process ends here, recovery does it.
 */
export async function finish({ followUps, toClose }: Recorded): Promise<void> {
  for (const followUp of followUps) await quietly(carryOut(followUp));
  for (const paymentId of toClose) await quietly(closePayment(paymentId, "system"));
}

async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    report("a follow-up is left to recovery", error);
  }
}
