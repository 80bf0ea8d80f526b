import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { isSettled } from "./order-words";

/**
 * Orders with everything that these clients are shown of them, in one statement: each checkout answers
 * with its order several times. The JSON is ours, and parsed.
 */
const moment = z.coerce.date();
const minor = z.int().transform(BigInt);

const line = z.object({
  id: z.string(),
  variantId: z.string().nullable(),
  sku: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  quantity: z.int(),
  unitPriceMinor: minor,
  discountMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  cartItemId: z.string().nullable(),
});

const payment = z.object({
  method: z.string(),
  authorizedMinor: minor,
  capturedMinor: minor,
  voidedMinor: minor,
  refundedMinor: minor,
  gatewayRef: z.string().nullable(),
  /** Those under way. */
  transactions: z.array(z.object({ kind: z.string(), amountMinor: minor })),
});

const orderRow = z.object({
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
  fulfilment: z.enum(["unfulfilled", "partially_fulfilled", "fulfilled", "not_required"]),
  currency: z.string(),
  email: z.string(),
  name: z.string(),
  shippingAddress: z.unknown(),
  billingAddress: z.unknown(),
  subtotalMinor: minor,
  discountMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  taxIncluded: z.boolean(),
  totalMinor: minor,
  shopperId: z.string().nullable(),
  clientNumber: z.string().nullable(),
  externalRef: z.string().nullable(),
  client: z.unknown(),
  anonymizedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
  lines: z.array(line),
  payments: z.array(payment),
  /** Captured in part, and nothing more will be paid. */
  isSettled: z.boolean(),
  redemptions: z.array(z.object({ promotionId: z.string() })),
});

export type ClientOrder = z.infer<typeof orderRow>;

/** In no order; what does not exist is left out. */
export async function readClientOrders(ids: string[]): Promise<ClientOrder[]> {
  const db = await database();
  const rows = await db.$queryRaw<{ json: unknown }[]>`
    SELECT json_build_object(
      'id', o.id, 'number', o.number, 'status', o.status, 'payment', o.payment,
      'fulfilment', o.fulfilment, 'currency', o.currency, 'email', o.email, 'name', o.name,
      'shippingAddress', o.shipping_address, 'billingAddress', o.billing_address,
      'subtotalMinor', o.subtotal_minor, 'discountMinor', o.discount_minor,
      'shippingMinor', o.shipping_minor, 'taxMinor', o.tax_minor, 'taxIncluded', o.tax_included,
      'totalMinor', o.total_minor, 'shopperId', o.shopper_id, 'clientNumber', o.client_number,
      'externalRef', o.external_ref, 'client', o.client, 'anonymizedAt', o.anonymized_at,
      'createdAt', o.created_at, 'updatedAt', o.updated_at,
      'lines', coalesce((
        SELECT json_agg(json_build_object(
          'id', l.id, 'variantId', l.variant_id, 'sku', l.sku, 'title', l.title,
          'variantTitle', l.variant_title, 'quantity', l.quantity,
          'unitPriceMinor', l.unit_price_minor, 'discountMinor', l.discount_minor,
          'taxMinor', l.tax_minor, 'totalMinor', l.total_minor, 'cartItemId', l.cart_item_id
        ) ORDER BY l.position)
        FROM order_lines l WHERE l.order_id = o.id
      ), '[]'),
      'payments', coalesce((
        SELECT json_agg(json_build_object(
          'method', p.method, 'authorizedMinor', p.authorized_minor,
          'capturedMinor', p.captured_minor, 'voidedMinor', p.voided_minor,
          'refundedMinor', p.refunded_minor,
          'gatewayRef', p.gateway_ref,
          'transactions', coalesce((
            SELECT json_agg(json_build_object('kind', t.kind, 'amountMinor', t.amount_minor))
            FROM transactions t WHERE t.payment_id = p.id
              AND t.status IN ('pending', 'requires_action', 'unknown')
          ), '[]')
        ) ORDER BY p.created_at, p.id)
        FROM payments p WHERE p.order_id = o.id
      ), '[]'),
      'isSettled', ${isSettled},
      'redemptions', coalesce((
        SELECT json_agg(json_build_object('promotionId', promotion_id))
        FROM promotion_redemptions WHERE order_id = o.id
      ), '[]')) AS json
    FROM orders o WHERE o.id = ANY(${ids}::uuid[])`;
  return rows.map(({ json }) => orderRow.parse(json));
}
