import { database } from "@/lib/db/client";
import type { GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import type { PaymentState } from "@/lib/payments/core/types";
import { gatewayFor, isConfigured } from "@/lib/payments/gateways/registry";
import { readPayment } from "@/lib/payments/store/orders";
import type { Violation } from "./invariants";

/**
 * Compares the recorded payments with the gateways themselves, to the minor unit (invariants 3, 7 and
 * 9). It costs one look for each payment, so it is run by people and by tests, not on a schedule.
 */
export async function auditGateways(since = new Date(0)): Promise<Violation[]> {
  return [...(await auditPayments(since)), ...(await auditStrangers(since))];
}

async function auditPayments(since: Date): Promise<Violation[]> {
  const db = await database();
  const rows = await db.payment.findMany({
    where: { createdAt: { gte: since }, gateway: { not: "manual" } },
    select: { id: true },
  });
  const violations: Violation[] = [];
  for (const { id } of rows) {
    const payment = await readPayment(id);
    const seen = await gatewayFor(payment.gateway).look(payment);
    const difference = seen.kind === "seen" ? differenceOf(payment, seen.snapshot) : null;
    if (difference !== null && !(await isVisible(id))) {
      violations.push({ invariant: 9, message: `payment ${id}: ${difference}` });
    }
  }
  return violations;
}

/** A difference that cannot be written down here is a case, which a merchant sees. */
async function isVisible(paymentId: string): Promise<boolean> {
  const db = await database();
  const kind = { in: ["refunded_twice", "amount_mismatch", "currency_mismatch"] };
  return (await db.paymentCase.count({ where: { paymentId, kind } })) > 0;
}

/** What the gateway says otherwise, in one sentence; null when both agree. */
function differenceOf(payment: PaymentState, snapshot: GatewaySnapshot): string | null {
  const returnedElsewhere = payment.transactions
    .filter(({ kind, status, mechanism }) => {
      return kind === "refund" && status === "succeeded" && mechanism === "manual";
    })
    .reduce((total, { amountMinor }) => total + amountMinor, 0);
  const refunds = (snapshot.refunds ?? []).filter(({ status }) => status === "succeeded");
  const pairs = [
    ["authorized", payment.authorizedMinor, snapshot.authorizedMinor],
    ["captured", payment.capturedMinor, snapshot.capturedMinor],
    ["voided", payment.voidedMinor, snapshot.releasedMinor],
    [
      "refunded",
      payment.refundedMinor - returnedElsewhere,
      refunds.reduce((total, { amountMinor }) => total + amountMinor, 0),
    ],
  ] as const;
  const different = pairs.filter(([, ours, theirs]) => ours !== theirs);
  if (different.length === 0) return null;
  return different
    .map(([what, ours, theirs]) => `${what} ${ours} here, ${theirs} there`)
    .join(", ");
}

/** Money at the gateway that names an order of ours, and that no payment and no case knows of. */
async function auditStrangers(since: Date): Promise<Violation[]> {
  const db = await database();
  const violations: Violation[] = [];
  for (const id of ["stripe", "stripe_connect"] as const) {
    if (!isConfigured(id)) continue;
    for (const { gatewayRef, orderId } of await gatewayFor(id).takenSince(since)) {
      if (orderId === null) continue;
      const known = await db.payment.count({ where: { gateway: id, gatewayRef } });
      const cases = await db.paymentCase.count({
        where: { dedupeKey: `unknown_payment:${gatewayRef}` },
      });
      if (known + cases > 0) continue;
      violations.push({ invariant: 7, message: `${gatewayRef} was taken and is recorded nowhere` });
    }
  }
  return violations;
}
