import { z } from "zod";
import { toMinor } from "@/lib/db/minor";
import { database, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Failure } from "@/lib/payments/core/gateway-answers";
import type { PaymentState } from "@/lib/payments/core/types";
import { readPayment } from "@/lib/payments/store/orders";
import type { RegisterAccount } from "./accounts";

export const methodTypes = ["card_present", "card", "card_not_present_mke"] as const;
export type MethodType = (typeof methodTypes)[number];

/** A payment as a program in person knows it. Attempts come and go; `payment` is the one that counts. */
export type InPersonPayment = {
  id: string;
  orderId: string;
  externalTransactionId: string;
  methodType: MethodType;
  /** What of the amount is a tip, as it was asked for; a tip at the reader stands in the order. */
  tipMinor: number;
  externalCustomerId: string | null;
  allowSavingCard: boolean;
  /** The card on file that it was last asked to charge. */
  methodRef: string | null;
  readerRef: string | null;
  readerAskedAt: Date | null;
  readerFailure: Failure | null;
  createdAt: Date;
  payment: PaymentState;
};

const failureSchema = z.object({ code: z.string(), message: z.string() }).nullable();

type Row = Prisma.InPersonPaymentGetPayload<object>;

export async function inPersonOf(row: Row, paymentId: string): Promise<InPersonPayment> {
  const { id, orderId, externalTransactionId, externalCustomerId, allowSavingCard, methodRef } =
    row;
  const { readerRef, readerAskedAt, createdAt } = row;
  return {
    id,
    orderId,
    externalTransactionId,
    externalCustomerId,
    allowSavingCard,
    methodRef,
    readerRef,
    readerAskedAt,
    createdAt,
    methodType: z.enum(methodTypes).parse(row.methodType),
    tipMinor: toMinor(row.tipMinor),
    readerFailure: failureSchema.parse(row.readerFailure),
    payment: await readPayment(paymentId),
  };
}

/** What a payment's first question carries as its key, so that any attempt leads back to its row. */
export const attemptKey = (rowId: string, attempt: number): string =>
  `in_person:${rowId}:${attempt}`;

const rowOfKey = (key: string | null) => /^in_person:([0-9a-f-]{36}):\d+$/.exec(key ?? "")?.[1];

/** By any attempt's id at the gateway, or by our own id of it. */
export type PaymentName = { gatewayRef: string } | { paymentId: string };

/** @throws DomainError not_found, also when it is another account's */
export async function requireInPerson(
  account: RegisterAccount,
  name: PaymentName,
): Promise<InPersonPayment> {
  const db = await database();
  const where =
    "paymentId" in name
      ? { id: name.paymentId }
      : { gatewayRef: name.gatewayRef, gateway: account.gateway };
  const found = await db.payment.findFirst({
    where,
    select: {
      id: true,
      transactions: { select: { idempotencyKey: true }, orderBy: { createdAt: "asc" }, take: 1 },
    },
  });
  const rowId = rowOfKey(found?.transactions[0]?.idempotencyKey ?? null);
  const row =
    rowId === undefined ? null : await db.inPersonPayment.findUnique({ where: { id: rowId } });
  if (!found || row === null || row.accountId !== account.id) {
    throw new DomainError("not_found", "There is no such payment.");
  }
  return inPersonOf(row, row.paymentId ?? found.id);
}

/** @throws DomainError not_found */
export async function requireTransaction(
  account: RegisterAccount,
  externalTransactionId: string,
): Promise<InPersonPayment> {
  const db = await database();
  const row = await db.inPersonPayment.findFirst({
    where: { accountId: account.id, externalTransactionId, paymentId: { not: null } },
    orderBy: { part: "desc" },
  });
  if (row?.paymentId) return inPersonOf(row, row.paymentId);
  throw new DomainError("not_found", "There is no such payment.");
}
