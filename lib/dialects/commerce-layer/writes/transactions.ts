import { z } from "zod";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { DomainError } from "@/lib/errors";
import type { TransactionState } from "@/lib/payments/core/types";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { invalid, notFound } from "../errors";
import { write } from "../protocol/resource";
import { none, trigger } from "./parts";

const amount = z.int("is not a number").min(1, "must be greater than 0").max(99_999_999).nullish();

/** The gateway said no: nothing moved, and these clients expect an error. @throws DomainError */
export function requireDone({ status, failureMessage }: TransactionState): void {
  if (status !== "failed") return;
  throw new DomainError("gateway_declined", failureMessage ?? "The gateway refused this.");
}

async function movement(id: string) {
  const db = await database();
  const row = await db.transaction.findUnique({ where: { id } });
  if (row === null) throw notFound();
  return row;
}

export const updateAuthorization = write(
  z.object({
    attributes: z.strictObject({
      _capture: trigger,
      _capture_amount_cents: amount,
      _void: trigger,
      _cancel: trigger,
    }),
    relationships: none,
  }),
  async ({ id, caller: { actor }, data: { attributes } }) => {
    const { paymentId, orderId } = await movement(id);
    const command = { paymentId, orderId, actor };
    const amountMinor = attributes._capture_amount_cents ?? undefined;
    if (attributes._capture) requireDone(await capturePayment({ ...command, amountMinor }));
    if (attributes._void) requireDone(await voidPayment(command));
    if (attributes._cancel) await cancelPayment(command);
    return id;
  },
);

/**
 * Refunds are of a payment here, and of a capture to these clients: the refund remembers which one was
 * meant. How much of a payment can go back is decided by the operation, under the order's lock.
 */
export const updateCapture = write(
  z.object({
    attributes: z.strictObject({ _refund: trigger, _refund_amount_cents: amount }),
    relationships: none,
  }),
  async ({ id, caller: { actor }, data: { attributes } }) => {
    const { paymentId, orderId, amountMinor: taken } = await movement(id);
    if (!attributes._refund) return id;
    const left = toMinor(taken) - (await refundedOf(id));
    const asked = attributes._refund_amount_cents ?? left;
    if (left <= 0) throw new DomainError("nothing_to_refund", "All of this capture went back.");
    if (asked > left) {
      const message = `must be less than or equal to ${left}`;
      throw invalid("refund_amount_cents", message, "less_than_or_equal_to");
    }
    const refund = await refundPayment({ paymentId, orderId, amountMinor: asked, actor });
    const db = await database();
    await db.transaction.update({ where: { id: refund.id }, data: { aboutId: id } });
    requireDone(refund);
    return id;
  },
);

async function refundedOf(captureId: string): Promise<number> {
  const db = await database();
  const { _sum } = await db.transaction.aggregate({
    where: { aboutId: captureId, kind: "refund", status: { not: "failed" } },
    _sum: { amountMinor: true },
  });
  return toMinor(_sum.amountMinor ?? 0n);
}
