import { z } from "zod";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { DomainError } from "@/lib/errors";
import type { TransactionState } from "@/lib/payments/core/types";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain } from "@/lib/payments/operations/look-again";
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
      _forward: trigger,
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
    if (attributes._forward) await lookAgain({ paymentId });
    return id;
  },
);

/**
 * Refunds are of a payment here, and of a capture to these clients: the refund remembers which one was
 * meant. How much of a payment can go back is decided by the operation, under the order's lock.
 */
export const updateCapture = write(
  z.object({
    attributes: z.strictObject({
      _refund: trigger,
      _refund_amount_cents: amount,
      _cancel: trigger,
      _forward: trigger,
    }),
    relationships: none,
  }),
  async ({ id, caller: { actor }, data: { attributes } }) => {
    const { paymentId, orderId, amountMinor: taken } = await movement(id);
    if (attributes._forward) await lookAgain({ paymentId });
    if (attributes._cancel) await requirePending(orderId);
    if (!attributes._refund && !attributes._cancel) return id;
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

/** A placed order is refunded; whoever cancels a capture leaves its order unpaid. @throws RequestError 422 */
async function requirePending(orderId: string): Promise<void> {
  const db = await database();
  const select = { placedAt: true } as const;
  const { placedAt } = await db.order.findUniqueOrThrow({ where: { id: orderId }, select });
  if (placedAt === null) return;
  throw invalid("_cancel", "is only for captures of a pending order", "invalid");
}

/** Nothing is said to have succeeded that the gateway does not know of: it is asked again. */
export const forwardOnly = write(
  z.object({ attributes: z.strictObject({ _forward: trigger }), relationships: none }),
  async ({ id, data: { attributes } }) => {
    const { paymentId } = await movement(id);
    if (attributes._forward) await lookAgain({ paymentId });
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
