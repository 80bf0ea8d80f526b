import { z } from "zod";
import { toMinor } from "@/lib/db/minor";
import type { Prisma } from "@/lib/db/client";
import type {
  OrderState,
  PaymentState,
  TransactionRequest,
  TransactionState,
} from "@/lib/payments/core/types";

/** Rows of the database as the domain's own data: amounts become numbers, JSON becomes typed. */
const nextActionSchema = z.object({
  kind: z.enum(["collect", "authenticate"]),
  clientSecret: z.string().nullable(),
  url: z.string().nullable(),
});

const instrumentSchema = z.object({
  kind: z.string(),
  brand: z.string().nullable(),
  last4: z.string().nullable(),
  wallet: z.string().nullable().optional(),
  multicapture: z.boolean().optional(),
  expMonth: z.number().optional(),
  expYear: z.number().optional(),
  holder: z.string().optional(),
  funding: z.string().optional(),
  authorizationCode: z.string().optional(),
  methodRef: z.string().optional(),
  generatedRef: z.string().optional(),
  receipt: z.record(z.string(), z.string()).optional(),
});

const requestSchema: z.ZodType<TransactionRequest> = z.object({
  source: z.string().optional(),
  clientConfirms: z.boolean().optional(),
  card: z.object({ keep: z.boolean() }).optional(),
  customerRef: z.string().optional(),
  receiptEmail: z.string().optional(),
  returnUrl: z.string().optional(),
  cancelUrl: z.string().optional(),
  reason: z.string().optional(),
  finalCapture: z.boolean().optional(),
  applicationFeeMinor: z.number().optional(),
  severalCaptures: z.boolean().optional(),
  captureWhenPlaced: z.boolean().optional(),
  page: z
    .object({
      methods: z.array(z.string()).optional(),
      branding: z
        .object({
          name: z.string(),
          buttonColor: z.string(),
          backgroundColor: z.string(),
          logoUrl: z.string(),
        })
        .optional(),
      texts: z
        .object({ submit: z.string(), afterSubmit: z.string(), shippingAddress: z.string() })
        .optional(),
      prices: z
        .array(z.object({ variantId: z.string(), unitMinor: z.number(), ref: z.string() }))
        .optional(),
      keepCard: z.enum(["offered", "agreed"]).optional(),
    })
    .optional(),
});

const methodSchema = z.enum(["purchase", "authorize"]);
const collectedBySchema = z.enum([
  "elements",
  "embedded",
  "hosted",
  "api",
  "card_present",
  "offline",
]);
const mechanismSchema = z.enum(["automatic", "manual"]);

export const paymentWithTransactions = {
  transactions: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.PaymentInclude;

export const orderWithPayments = {
  payments: { include: paymentWithTransactions, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.OrderInclude;

type TransactionRow = Prisma.TransactionGetPayload<object>;
type PaymentRow = Prisma.PaymentGetPayload<{ include: typeof paymentWithTransactions }>;
type OrderRow = Prisma.OrderGetPayload<{ include: typeof orderWithPayments }>;

export function transactionState(row: TransactionRow): TransactionState {
  return {
    ...row,
    amountMinor: toMinor(row.amountMinor),
    request: requestSchema.parse(row.request),
    mechanism: mechanismSchema.parse(row.mechanism),
  };
}

export function paymentState(row: PaymentRow): PaymentState {
  return {
    ...row,
    collectedBy: collectedBySchema.parse(row.collectedBy),
    method: methodSchema.parse(row.method),
    amountMinor: toMinor(row.amountMinor),
    authorizedMinor: toMinor(row.authorizedMinor),
    capturedMinor: toMinor(row.capturedMinor),
    refundedMinor: toMinor(row.refundedMinor),
    voidedMinor: toMinor(row.voidedMinor),
    nextAction: nextActionSchema.nullable().parse(row.nextAction),
    instrument: instrumentSchema.nullable().parse(row.instrument),
    transactions: row.transactions.map(transactionState),
  };
}

export function orderState(row: OrderRow): OrderState {
  return {
    id: row.id,
    number: row.number === null ? null : toMinor(row.number),
    status: row.status,
    payment: row.payment,
    currency: row.currency,
    totalMinor: toMinor(row.totalMinor),
    email: row.email,
    locale: row.locale,
    cartId: row.cartId,
    cartVersion: row.cartVersion,
    placedAt: row.placedAt,
    payments: row.payments.map(paymentState),
  };
}
