import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";
import { signOrderLink } from "@/lib/auth/order-link";
import { env } from "@/lib/env";
import { currencySchema } from "@/lib/money/currency";
import { storedAddressLines } from "@/lib/shipping/address";
import { taxLinesSchema } from "@/lib/tax/tax-lines";
import type { MailOrder } from "./types";

const minor = z.int();

const mailOrderRow = z.object({
  number: z.int().nullable(),
  accessToken: z.string(),
  locale: z.string(),
  currency: currencySchema,
  email: z.string(),
  name: z.string(),
  placedAt: z.coerce.date().nullable(),
  shippingName: z.string().nullable(),
  shippingAddress: z.json(),
  billingAddress: z.json(),
  subtotalMinor: minor,
  discountMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  taxIncluded: z.boolean(),
  taxLines: taxLinesSchema,
  codes: z.array(z.object({ code: z.string(), discountMinor: minor, freeShipping: z.boolean() })),
  giftCards: z.array(z.object({ last4: z.string(), amountMinor: minor })),
  totalMinor: minor,
  refundedMinor: minor,
  lines: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.string(),
      quantity: z.int(),
      totalMinor: minor,
    }),
  ),
});

/** The order as a mail shows it, in one statement: it is read where money is recorded. */
export async function findMailOrder(tx: Tx, orderId: string, livesMs: number): Promise<MailOrder> {
  const [found] = await tx.$queryRaw<{ json: unknown }[]>`
    SELECT json_build_object(
      'number', o.number, 'accessToken', o.access_token, 'locale', o.locale,
      'currency', o.currency, 'email', o.email, 'name', o.name, 'placedAt', o.placed_at,
      'shippingName', o.shipping_name, 'shippingAddress', o.shipping_address,
      'billingAddress', o.billing_address, 'subtotalMinor', o.subtotal_minor,
      'discountMinor', o.discount_minor, 'shippingMinor', o.shipping_minor,
      'taxMinor', o.tax_minor, 'taxIncluded', o.tax_included, 'taxLines', o.tax_lines,
      'totalMinor', o.total_minor,
      'codes', coalesce((
        SELECT json_agg(json_build_object(
          'code', m.code, 'discountMinor', r.discount_minor,
          'freeShipping', m.kind = 'free_shipping'
        ) ORDER BY r.created_at)
        FROM promotion_redemptions r JOIN promotions m ON m.id = r.promotion_id
        WHERE r.order_id = o.id
      ), '[]'),
      'giftCards', coalesce((
        SELECT json_agg(json_build_object(
          'last4', coalesce(instrument ->> 'last4', ''),
          'amountMinor', authorized_minor - voided_minor
        ) ORDER BY created_at)
        FROM payments
        WHERE order_id = o.id AND gateway = 'gift_card' AND authorized_minor > voided_minor
      ), '[]'),
      'refundedMinor', (
        SELECT coalesce(sum(refunded_minor), 0) FROM payments WHERE order_id = o.id
      ),
      'lines', coalesce((
        SELECT json_agg(json_build_object(
          'title', title, 'variantTitle', variant_title, 'quantity', quantity,
          'totalMinor', total_minor
        ) ORDER BY position)
        FROM order_lines WHERE order_id = o.id
      ), '[]')) AS json
    FROM orders o WHERE o.id = ${orderId}::uuid`;
  const { accessToken, ...row } = mailOrderRow.parse(found?.json);
  const locale = knownLocale(row.locale);
  return {
    ...row,
    locale,
    url: `${env().storeUrl}/orders/${signOrderLink(accessToken, livesMs)}`,
    shippingAddress: storedAddressLines(row.shippingAddress, locale),
    billingAddress: storedAddressLines(row.billingAddress, locale),
  };
}

/** A mail must never be the reason why money could not be recorded, so an odd language is English. */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
