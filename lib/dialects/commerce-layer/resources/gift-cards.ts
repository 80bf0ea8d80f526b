import { Prisma } from "@/lib/db/client";
import { amounts, columns, fixed } from "../protocol/attribute";
import type { Resource } from "../protocol/resource";
import { createGiftCard, updateGiftCard } from "../writes/gift-cards";

/** A whole code is told once, to whoever issues the card. */
export const giftCards: Resource = {
  type: "gift_cards",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT g.id, 'XXXX-XXXX-XXXX-' || g.last4 AS code, g.currency::text AS currency_code,
      CASE WHEN g.disabled_at IS NOT NULL THEN 'inactive' WHEN g.balance_minor = 0 THEN 'redeemed'
        ELSE 'active' END AS status,
      g.initial_minor AS initial_balance_cents, g.balance_minor AS balance_cents, g.expires_at,
      g.disabled_at, g.created_at, g.updated_at
    FROM gift_cards g`,
  attributes: {
    ...columns("text", "code", "status", "currency_code"),
    ...amounts("initial_balance", "balance"),
    ...fixed({ single_use: false, rechargeable: false, distribute_discount: false }),
    ...columns("time", "expires_at", "disabled_at", "created_at", "updated_at"),
  },
  relationships: {},
  may: { shopper: [], backend: ["list", "read", "create", "update"] },
  create: createGiftCard,
  update: updateGiftCard,
};
