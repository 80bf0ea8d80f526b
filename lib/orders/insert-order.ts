import { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";

/** Amounts are minor units of `currency`; what may be left out is empty. */
export type NewOrder = {
  id: string;
  accessToken: string;
  channel: string;
  currency: string;
  locale?: string;
  email: string;
  name: string;
  phone?: string | null;
  shippingAddress?: object;
  billingAddress: object;
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  taxIncluded: boolean;
  taxLines: readonly object[];
  totalMinor: number;
  cartId: string;
  cartVersion: number;
  shopperId?: string | null;
  clientNumber?: string | null;
  externalRef?: string | null;
  client: object;
};

export type NewOrderLine = {
  position: number;
  variantId: string | null;
  cartItemId: string | null;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
};

/** Writes an order with its lines and the beginning of its history, in one statement. */
export async function insertOrder(
  tx: Tx,
  order: NewOrder,
  lines: readonly NewOrderLine[],
  event: { actor: string; message: string },
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const { id, cartId, cartVersion, locale = "en-US", phone = null } = order;
  const { clientNumber = null, externalRef = null, shopperId = null } = order;
  const now = new Date();
  await tx.$executeRaw`
    WITH placed AS (
      INSERT INTO orders (id, access_token, channel, currency, locale, email, name, phone,
        shipping_address, billing_address, subtotal_minor, discount_minor, shipping_minor,
        tax_minor, tax_included, tax_lines, total_minor, cart_id, cart_version, shopper_id,
        client_number, external_ref, client, created_at, updated_at)
      VALUES (${id}::uuid, ${order.accessToken}, ${order.channel}, ${order.currency}, ${locale},
        ${order.email}, ${order.name}, ${phone}, ${json(order.shippingAddress)}::jsonb,
        ${json(order.billingAddress)}::jsonb, ${order.subtotalMinor}, ${order.discountMinor},
        ${order.shippingMinor}, ${order.taxMinor}, ${order.taxIncluded},
        ${json(order.taxLines)}::jsonb, ${order.totalMinor}, ${cartId}::uuid, ${cartVersion},
        ${shopperId}, ${clientNumber}, ${externalRef}, ${json(order.client)}::jsonb, ${now}, ${now})
    ), sold AS (
      INSERT INTO order_lines (id, order_id, position, variant_id, cart_item_id, sku, title,
        variant_title, image_url, quantity, unit_price_minor, discount_minor, tax_minor,
        total_minor)
      VALUES ${Prisma.join(lines.map((line) => lineValues(id, line)))}
    )
    INSERT INTO order_events (id, order_id, kind, actor, message, at)
    VALUES (${newId()}::uuid, ${id}::uuid, 'order_created', ${event.actor}, ${event.message},
      ${now})`;
}

function lineValues(orderId: string, line: NewOrderLine): Prisma.Sql {
  return Prisma.sql`(${newId()}::uuid, ${orderId}::uuid, ${line.position},
    ${line.variantId}::uuid, ${line.cartItemId}::uuid, ${line.sku}, ${line.title},
    ${line.variantTitle}, ${line.imageUrl}, ${line.quantity}, ${line.unitPriceMinor},
    ${line.discountMinor}, ${line.taxMinor}, ${line.totalMinor})`;
}
