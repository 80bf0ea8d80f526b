import { inTransaction } from "@/lib/db/transaction";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { openCase } from "@/lib/payments/store/cases";
import type { EventReferences } from "./references";
import type { WebhookSource } from "@/lib/payments/core/types";

/**
 * An event about money that names one of our orders, but no payment that we know: a database that was
 * restored from an older backup, or another store with the same account. If the money has really
 * moved, a merchant must see it.
 */
export async function examineOrphan(
  source: WebhookSource,
  references: EventReferences,
): Promise<"seen" | "nothing" | "unknown"> {
  const { intentRef, orderId } = references;
  if (intentRef === null || orderId === null) return "nothing";
  const answer = await gatewayFor(source).lookAtRef(intentRef);
  if (answer.kind !== "seen") return answer.kind;
  const { snapshot } = answer;
  if (snapshot.authorizedMinor === 0) return "seen";
  await inTransaction(async (tx) => {
    const order = await tx.order.findUnique({ where: { id: orderId }, select: { id: true } });
    await openCase(tx, {
      kind: "unknown_payment",
      key: intentRef,
      message: "The gateway has a payment for this shop that is not recorded here.",
      orderId: order?.id ?? null,
      paymentId: null,
      facts: {
        intent: intentRef,
        namedOrder: orderId,
        authorizedMinor: snapshot.authorizedMinor,
        capturedMinor: snapshot.capturedMinor,
        currency: snapshot.currency,
      },
    });
  });
  return "seen";
}
