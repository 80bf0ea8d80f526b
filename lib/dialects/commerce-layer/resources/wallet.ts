import { Prisma } from "@/lib/db/client";
import { columns } from "../protocol/attribute";
import { linked, noneOf, nothing, one, type Resource } from "../protocol/resource";
import { createWalletCard, deleteWalletCard } from "../writes/wallet";

/**
 * The cards that customers keep. Whoever knows an e-mail address is not yet its owner, so integrations see them, and
 * customers who have confirmed theirs.
 */
export const customerPaymentSources: Resource = {
  type: "customer_payment_sources",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT k.id, 'XXXX-XXXX-XXXX-' || k.last4 AS name, g.gateway_ref AS customer_token,
      k.gateway_ref AS payment_source_token, substr(g.owner, 10)::uuid AS customer_id,
      CASE g.gateway WHEN 'stripe' THEN 'stripe' ELSE 'stripe-connect' END AS payment_method_id,
      k.is_default AS default, k.brand, k.last4, k.exp_month, k.exp_year, k.created_at, k.updated_at
    FROM saved_cards k JOIN gateway_customers g ON g.id = k.customer_id
    WHERE k.removed_at IS NULL AND g.owner LIKE 'customer:%'`,
  attributes: {
    ...columns("text", "name", "customer_token", "payment_source_token", "brand", "last4"),
    ...columns("integer", "exp_month", "exp_year"),
    ...columns("boolean", "default"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    customer: one("customers", "customer_id"),
    payment_method: one("payment_methods", "payment_method_id"),
    payment_source: nothing("stripe_payments"),
    ...noneOf("event_stores"),
  },
  may: {
    shopper: [],
    backend: ["list", "read", "create", "delete"],
    customer: ["list", "read", "delete"],
  },
  own: ({ id, isConfirmed }) => Prisma.sql`t.customer_id = ${id}::uuid AND ${isConfirmed}::boolean`,
  create: createWalletCard,
  remove: deleteWalletCard,
};

export const walletOfOrder = linked(
  "customer_payment_sources",
  Prisma.sql`SELECT o.id AS parent, k.id AS target FROM orders o
    JOIN customers c ON c.email = o.email
    JOIN gateway_customers g ON g.owner = 'customer:' || c.id
    JOIN saved_cards k ON k.customer_id = g.id AND k.removed_at IS NULL`,
);
