import { database } from "@/lib/db/client";
import { openPrimary } from "@/lib/payments/core/sums";
import type { Failure } from "@/lib/payments/core/gateway-answers";
import { terminalFor } from "@/lib/payments/gateways/registry";
import { DomainError } from "@/lib/errors";
import type { Reader } from "@/lib/payments/gateways/terminal";
import { lookAgain } from "@/lib/payments/operations/look-again";
import type { RegisterAccount } from "../accounts";
import { inPersonOf, type InPersonPayment } from "../in-person";
import { readerFailures } from "../reader-failures";

/** So long a reader that the server drives waits for a card. */
export const READER_WAITS_MS = 120_000;

/**
 * Reads a payment again at its gateway, and at the reader that was asked to take it. What a gateway does
 * not say now, a later look will: the payment is given as it is known.
 */
export async function lookInPerson(
  account: RegisterAccount,
  before: InPersonPayment,
): Promise<InPersonPayment> {
  if (openPrimary(before.payment) !== undefined) {
    await lookAgain({ paymentId: before.payment.id });
  }
  const seen = await reread(before);
  const isAtReader = seen.readerRef !== null && seen.readerFailure === null;
  const waits = openPrimary(seen.payment)?.status === "requires_action";
  if (!isAtReader || !waits) return seen;
  const failure = await turnFailure(account, seen);
  if (failure === null) return seen;
  return noteReaderFailure(seen, failure);
}

export async function reread({ id, payment }: InPersonPayment): Promise<InPersonPayment> {
  const row = await (await database()).inPersonPayment.findUniqueOrThrow({ where: { id } });
  return inPersonOf(row, row.paymentId ?? payment.id);
}

export async function noteReaderFailure(
  { id, payment }: InPersonPayment,
  failure: Failure,
): Promise<InPersonPayment> {
  const data = { readerFailure: { ...failure } };
  const row = await (await database()).inPersonPayment.update({ where: { id }, data });
  return inPersonOf(row, payment.id);
}

/** Null: the reader still waits for a card, or does not say. */
async function turnFailure(
  account: RegisterAccount,
  { payment, readerRef, readerAskedAt }: InPersonPayment,
): Promise<Failure | null> {
  const terminal = terminalFor(account.gateway);
  const reader = await quietly(terminal.reader(readerRef ?? ""));
  if (reader === null) return null;
  const turn = reader.turn?.forRef === payment.gatewayRef ? reader.turn : null;
  // Somebody stopped it, or it was given something else to do.
  if (turn === null) return readerFailures.stopped;
  if (turn.status === "failed") return readerFailures.of(turn.failure);
  const waitedMs = Date.now() - (readerAskedAt?.getTime() ?? 0);
  if (turn.status === "succeeded" || waitedMs < READER_WAITS_MS) return null;
  await quietly(terminal.stop(reader.ref));
  return readerFailures.timeout;
}

async function quietly(work: Promise<Reader>): Promise<Reader | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
