import { z } from "zod";
import { Prisma } from "@/lib/db/client";
import {
  gatewayIds,
  type OrderState,
  type PaymentState,
  type TransactionRequest,
  type TransactionState,
} from "@/lib/payments/core/types";

/**
 * Rows of the database as the domain's own data. The database hands an order over with its payments and
 * their transactions as one JSON value: they are read before every decision, and three statements for
 * it would be two trips too many. The JSON is ours, and parsed like any other.
 */
const nextActionSchema = z.object({
  kind: z.enum(["collect", "authenticate", "voucher"]),
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
  tipMinor: z.number().optional(),
  receipt: z.record(z.string(), z.string()).optional(),
});

const requestSchema: z.ZodType<TransactionRequest> = z.object({
  source: z.string().optional(),
  clientConfirms: z.boolean().optional(),
  keepFor: z.enum(["on_session", "off_session"]).optional(),
  card: z.object({ keep: z.boolean() }).optional(),
  customerRef: z.string().optional(),
  offSession: z.literal(true).optional(),
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

const moment = z.coerce.date();
/** A safe integer: what JSON could not carry to the unit is refused. */
const minor = z.int();

const transactionSchema: z.ZodType<TransactionState> = z.object({
  id: z.string(),
  paymentId: z.string(),
  orderId: z.string(),
  kind: z.enum(["authorize", "purchase", "capture", "refund", "void"]),
  status: z.enum(["pending", "requires_action", "succeeded", "failed", "unknown"]),
  currency: z.string(),
  amountMinor: minor,
  gatewayRef: z.string().nullable(),
  request: requestSchema,
  idempotencyKey: z.string().nullable(),
  requestHash: z.string().nullable(),
  actor: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  mechanism: z.enum(["automatic", "manual"]),
  failureCode: z.string().nullable(),
  failureMessage: z.string().nullable(),
  attempts: z.int(),
  nextLookAt: moment.nullable(),
  settledAt: moment.nullable(),
  createdAt: moment,
});

/** A payment, and what the program that made it calls it. */
export type LabelledPayment = PaymentState & { client: unknown };

const paymentSchema: z.ZodType<LabelledPayment> = z.object({
  id: z.string(),
  orderId: z.string(),
  gateway: z.enum(gatewayIds),
  collectedBy: z.enum(["elements", "embedded", "hosted", "api", "card_present", "offline"]),
  method: z.enum(["purchase", "authorize"]),
  currency: z.string(),
  amountMinor: minor,
  authorizedMinor: minor,
  capturedMinor: minor,
  refundedMinor: minor,
  voidedMinor: minor,
  gatewayRef: z.string().nullable(),
  sessionRef: z.string().nullable(),
  sessionExpiresAt: moment.nullable(),
  nextAction: nextActionSchema.nullable(),
  captureBefore: moment.nullable(),
  instrument: instrumentSchema.nullable(),
  closedAt: moment.nullable(),
  reference: z.string().nullable(),
  client: z.unknown(),
  createdAt: moment,
  amendmentId: z.string().nullable(),
  transactions: z.array(transactionSchema),
});

const orderSchema: z.ZodType<OrderState> = z.object({
  id: z.string(),
  number: z.int().nullable(),
  status: z.enum(["incomplete", "processing", "complete", "cancelled"]),
  payment: z.enum([
    "unpaid",
    "partially_authorized",
    "authorized",
    "partially_paid",
    "paid",
    "partially_refunded",
    "refunded",
    "voided",
    "free",
  ]),
  currency: z.string(),
  totalMinor: minor,
  email: z.string(),
  locale: z.string(),
  cartId: z.string().nullable(),
  cartVersion: z.int().nullable(),
  placedAt: moment.nullable(),
  payments: z.array(paymentSchema),
});

export const paymentOf = (json: unknown): LabelledPayment => paymentSchema.parse(json);
export const orderOf = (json: unknown): OrderState => orderSchema.parse(json);

const transactionsJson = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object(
    'id', t.id, 'paymentId', t.payment_id, 'orderId', t.order_id, 'kind', t.kind,
    'status', t.status, 'currency', t.currency, 'amountMinor', t.amount_minor,
    'gatewayRef', t.gateway_ref, 'request', t.request, 'idempotencyKey', t.idempotency_key,
    'requestHash', t.request_hash, 'actor', t.actor, 'reason', t.reason, 'note', t.note,
    'mechanism', t.mechanism, 'failureCode', t.failure_code,
    'failureMessage', t.failure_message, 'attempts', t.attempts, 'nextLookAt', t.next_look_at,
    'settledAt', t.settled_at, 'createdAt', t.created_at
  ) ORDER BY t.created_at, t.id)
  FROM transactions t WHERE t.payment_id = p.id
), '[]')`;

/** A row of `payments p`. */
export const paymentJson = Prisma.sql`json_build_object(
  'id', p.id, 'orderId', p.order_id, 'gateway', p.gateway, 'collectedBy', p.collected_by,
  'method', p.method, 'currency', p.currency, 'amountMinor', p.amount_minor,
  'authorizedMinor', p.authorized_minor, 'capturedMinor', p.captured_minor,
  'refundedMinor', p.refunded_minor, 'voidedMinor', p.voided_minor,
  'gatewayRef', p.gateway_ref, 'sessionRef', p.session_ref,
  'sessionExpiresAt', p.session_expires_at, 'nextAction', p.next_action,
  'captureBefore', p.capture_before, 'instrument', p.instrument, 'closedAt', p.closed_at,
  'reference', p.reference, 'client', p.client, 'createdAt', p.created_at,
  'amendmentId', (SELECT a.id FROM order_amendments a
    WHERE a.payment_id = p.id AND a.status = 'pending'),
  'transactions', ${transactionsJson})`;

/** A row of `orders o`. */
export const orderJson = Prisma.sql`json_build_object(
  'id', o.id, 'number', o.number, 'status', o.status, 'payment', o.payment,
  'currency', o.currency, 'totalMinor', o.total_minor, 'email', o.email, 'locale', o.locale,
  'cartId', o.cart_id, 'cartVersion', o.cart_version, 'placedAt', o.placed_at,
  'payments', coalesce((
    SELECT json_agg(${paymentJson} ORDER BY p.created_at, p.id)
    FROM payments p WHERE p.order_id = o.id
  ), '[]'))`;
