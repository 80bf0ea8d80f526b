import { DomainError } from "@/lib/errors";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import type { RegisterAccount } from "../accounts";
import type { InPersonPayment } from "../in-person";
import { lookInPerson, reread } from "./look";

export type CaptureInPerson = {
  account: RegisterAccount;
  payment: InPersonPayment;
  /** Left out: all that is authorized. What is left is released. */
  amountMinor?: number | undefined;
  actor: string;
};

/**
 * Captures an authorized payment, once: asked again for the same it answers with what happened.
 *
 * @throws DomainError nothing_to_capture, amount_too_large, gateway_declined; wrong_state when another
 *   amount was captured, or it was cancelled
 */
export async function captureInPerson(command: CaptureInPerson): Promise<InPersonPayment> {
  const { account, actor } = command;
  // The reader's news can be on its way still: the till knows them before our webhook does.
  const before = await lookInPerson(account, command.payment);
  const { payment } = before;
  const amountMinor = command.amountMinor ?? payment.authorizedMinor;
  if (payment.capturedMinor > 0) return alreadyCaptured(before, amountMinor);
  if (payment.authorizedMinor === 0) {
    throw new DomainError("nothing_to_capture", "This payment has no authorized card yet.");
  }
  const failures = payment.transactions.filter(
    ({ kind, status }) => kind === "capture" && status === "failed",
  );
  const idempotencyKey = `capture:${payment.id}:${failures.length}`;
  const { id: paymentId, orderId } = payment;
  const ask = { paymentId, orderId, amountMinor, actor, idempotencyKey };
  const transaction = await withFirstAnswer(() => capturePayment(ask)).catch(
    async (error: unknown) => {
      const after = await reread(before);
      if (after.payment.capturedMinor === 0) throw error;
      return alreadyCaptured(after, amountMinor);
    },
  );
  if ("status" in transaction && transaction.status === "failed") {
    const message = transaction.failureMessage ?? "The payment could not be captured.";
    throw new DomainError("gateway_declined", message);
  }
  return reread(before);
}

function alreadyCaptured(payment: InPersonPayment, amountMinor: number): InPersonPayment {
  const { capturedMinor } = payment.payment;
  if (capturedMinor === amountMinor) return payment;
  throw new DomainError("wrong_state", "This payment was captured already.", { capturedMinor });
}
