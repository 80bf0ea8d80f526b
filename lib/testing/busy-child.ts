import { createInterface } from "node:readline";
import { z } from "zod";
import { applyGiftCards } from "@/lib/checkout/operations/apply-gift-cards";
import { DomainError } from "@/lib/errors";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { readOrder } from "@/lib/payments/store/orders";

/**
 * One of several store processes on one database: in each round it does the same thing for each target
 * at once, and prints how many got through. Before a round it waits for a line on its input, so that all
 * of them begin together.
 */
const task = z.object({
  operation: z.enum(["buy", "pay", "capture", "refund", "spend"]),
  rounds: z.array(z.array(z.string())),
});
const { operation, rounds } = task.parse(JSON.parse(process.argv[2] ?? ""));
const actor = "merchant:test";

const operations = {
  buy: (orderId: string) => payOrder({ orderId, gateway: "manual", method: "purchase", actor }),
  pay: (orderId: string) =>
    payOrder({ orderId, gateway: "stripe", method: "purchase", source: "pm_card_visa", actor }),
  capture: (paymentId: string) => capturePayment({ paymentId, amountMinor: 5000, actor }),
  refund: (paymentId: string) => refundPayment({ paymentId, amountMinor: 600, actor }),
  /** With the gift cards that were entered for it; through is what they paid for. */
  spend: async (orderId: string) => {
    await applyGiftCards(await readOrder(orderId));
    const { payment } = await readOrder(orderId);
    if (payment !== "paid") throw new DomainError("gateway_declined", "The card is empty.");
  },
};

async function attempt(target: string): Promise<number> {
  try {
    await operations[operation](target);
    return 1;
  } catch (error) {
    if (error instanceof DomainError) return 0;
    throw error;
  }
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.error("ready");
for (const targets of rounds) {
  await lines.next();
  const through = await Promise.all(targets.map(attempt));
  console.log(through.reduce((sum, one) => sum + one, 0));
}
process.exit(0);
