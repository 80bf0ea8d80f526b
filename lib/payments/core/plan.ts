import { DomainError } from "@/lib/errors";
import { capturableOf, refundableMinor, voidableMinor } from "./sums";
import type { Mechanism, OrderState, PaymentState, TransactionPlan } from "./types";

/** What every command about one payment may say. "Everything" is `undefined`; zero is an amount. */
export type PaymentCommand = {
  paymentId: string;
  orderId?: string | undefined;
  amountMinor?: number | undefined;
  actor: string;
  idempotencyKey?: string | undefined;
  reason?: string | undefined;
  note?: string | undefined;
};

type Limits = {
  payment: PaymentState;
  /** What is left to take. */
  leftMinor: number;
  asked: number | undefined;
  nothing: "nothing_to_capture" | "nothing_to_refund" | "nothing_to_void";
  verb: string;
};

function amountWithin({ payment, leftMinor, asked, nothing, verb }: Limits): number {
  if (asked !== undefined && (!Number.isSafeInteger(asked) || asked <= 0)) {
    throw new DomainError("amount_invalid", "The amount must be a whole number above zero.");
  }
  if (leftMinor <= 0) {
    throw new DomainError(nothing, `Nothing is left to ${verb} on this payment.`);
  }
  const amountMinor = asked ?? leftMinor;
  if (amountMinor > leftMinor) {
    throw new DomainError("amount_too_large", `More than is left to ${verb}.`, {
      leftMinor,
      currency: payment.currency,
    });
  }
  return amountMinor;
}

function plan(
  payment: PaymentState,
  command: PaymentCommand,
  rest: Pick<TransactionPlan, "kind" | "amountMinor"> & Partial<TransactionPlan>,
): TransactionPlan {
  return {
    paymentId: payment.id,
    mechanism: "automatic",
    request: {},
    actor: command.actor,
    reason: command.reason ?? null,
    note: command.note ?? null,
    idempotencyKey: command.idempotencyKey ?? null,
    requestHash: null,
    ...rest,
  };
}

/** @throws DomainError nothing_to_capture, amount_too_large, amount_invalid */
export function planCapture(
  order: OrderState,
  payment: PaymentState,
  command: PaymentCommand,
): TransactionPlan {
  const leftMinor = capturableOf(order, payment);
  const amountMinor = amountWithin({
    payment,
    leftMinor,
    asked: command.amountMinor,
    nothing: "nothing_to_capture",
    verb: "capture",
  });
  const several = payment.instrument?.multicapture === true;
  const finalCapture = !several || amountMinor === leftMinor;
  return plan(payment, command, { kind: "capture", amountMinor, request: { finalCapture } });
}

/** @throws DomainError nothing_to_refund, amount_too_large, amount_invalid */
export function planRefund(
  payment: PaymentState,
  command: PaymentCommand & { mechanism?: Mechanism | undefined },
): TransactionPlan {
  const amountMinor = amountWithin({
    payment,
    leftMinor: refundableMinor(payment),
    asked: command.amountMinor,
    nothing: "nothing_to_refund",
    verb: "refund",
  });
  const mechanism = command.mechanism ?? "automatic";
  return plan(payment, command, {
    kind: "refund",
    amountMinor,
    mechanism,
    request: { reason: command.reason },
  });
}

/** Lets go of all that is held. @throws DomainError nothing_to_void */
export function planVoid(payment: PaymentState, command: PaymentCommand): TransactionPlan {
  const amountMinor = amountWithin({
    payment,
    leftMinor: voidableMinor(payment),
    asked: undefined,
    nothing: "nothing_to_void",
    verb: "void",
  });
  return plan(payment, command, {
    kind: "void",
    amountMinor,
    request: { reason: command.reason },
  });
}
