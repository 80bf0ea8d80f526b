import { database, Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { liveMinor, openPrimary } from "@/lib/payments/core/sums";
import { terminalFor } from "@/lib/payments/gateways/registry";
import { closePayment } from "@/lib/payments/operations/carry-out";
import type { RegisterAccount } from "../accounts";
import { inPersonOf, type InPersonPayment } from "../in-person";
import { requireReader } from "../readers";
import { readerFailures } from "../reader-failures";
import { attempt } from "./attempt";
import { lookInPerson, noteReaderFailure, reread } from "./look";

export type AuthorizeInPerson = {
  account: RegisterAccount;
  payment: InPersonPayment;
  actor: string;
} & (
  | { readerRef: string }
  /** A card on file of `externalCustomerId`, or of whom the payment names. */
  | { methodRef: string; externalCustomerId?: string | undefined }
);

/**
 * Gets the money of a payment that was begun: a reader is asked to take a card, or a card on file is
 * charged. Called again it tries again; what has its money already is given as it is.
 *
 * @throws DomainError wrong_state when the payment was cancelled, or the reader is busy or away;
 *   not_found, invalid_input, gateway_down
 */
export async function authorizeInPerson(command: AuthorizeInPerson): Promise<InPersonPayment> {
  const { account } = command;
  const payment = await lookInPerson(account, command.payment);
  if (liveMinor([payment.payment]) > 0) return payment;
  if ("readerRef" in command) return atReader(account, payment, command.readerRef);
  return withCard(account, payment, command);
}

async function atReader(
  account: RegisterAccount,
  payment: InPersonPayment,
  readerRef: string,
): Promise<InPersonPayment> {
  const { gatewayRef } = payment.payment;
  const waits = openPrimary(payment.payment)?.status === "requires_action";
  if (gatewayRef === null || !waits || payment.methodType !== "card_present") {
    throw new DomainError("wrong_state", "This payment does not wait for a card at a reader.");
  }
  await requireReader(account, readerRef);
  const isAsked = payment.readerRef === readerRef && payment.readerFailure === null;
  if (isAsked) return payment;
  // Written first: whoever dies after asking finds out from the reader.
  const data = { readerRef, readerAskedAt: new Date(), readerFailure: Prisma.DbNull };
  await (await database()).inPersonPayment.update({ where: { id: payment.id }, data });
  try {
    await terminalFor(account.gateway).present(readerRef, gatewayRef);
  } catch (error) {
    const isRefused = error instanceof DomainError && error.code !== "gateway_down";
    if (!isRefused) throw error;
    const failure = readerFailures.unreachable(error.message);
    await noteReaderFailure(payment, failure);
    throw new DomainError("wrong_state", failure.message, { what: "reader" });
  }
  return reread(payment);
}

async function withCard(
  account: RegisterAccount,
  payment: InPersonPayment,
  command: { actor: string; methodRef: string; externalCustomerId?: string | undefined },
): Promise<InPersonPayment> {
  const { actor, methodRef } = command;
  // A form or reader that still waits must not take money beside the card on file.
  const closed = await closePayment(payment.payment.id, actor);
  if (liveMinor([closed]) > 0) return reread(payment);
  if (openPrimary(closed) !== undefined) {
    throw new DomainError("gateway_down", "The payment is still being checked. Try again soon.");
  }
  const db = await database();
  const externalCustomerId = command.externalCustomerId ?? payment.externalCustomerId;
  if (externalCustomerId === null) {
    throw new DomainError("invalid_input", "A card on file needs the customer that it belongs to.");
  }
  const row = await db.inPersonPayment.update({
    where: { id: payment.id },
    data: { externalCustomerId, methodRef },
  });
  const { method, amountMinor } = payment.payment;
  const captureMethod = method === "authorize" ? "manual" : "automatic";
  const number = await attemptsOf(payment);
  return attempt(account, row, { number, actor, captureMethod, amountMinor, methodRef });
}

/** Two that try again at once count the same, so that they share one attempt. */
async function attemptsOf({ id }: InPersonPayment): Promise<number> {
  const db = await database();
  const where = { transactions: { some: { idempotencyKey: { startsWith: `in_person:${id}:` } } } };
  return db.payment.count({ where });
}

/** Takes a reader's turn away from it. A card that was given a moment ago counts all the same. */
export async function stopReader(
  account: RegisterAccount,
  payment: InPersonPayment,
): Promise<InPersonPayment> {
  if (payment.readerRef === null || payment.readerFailure !== null) return payment;
  await terminalFor(account.gateway).stop(payment.readerRef);
  const row = await (
    await database()
  ).inPersonPayment.update({
    where: { id: payment.id },
    data: { readerFailure: { ...readerFailures.stopped } },
  });
  return lookInPerson(account, await inPersonOf(row, payment.payment.id));
}
