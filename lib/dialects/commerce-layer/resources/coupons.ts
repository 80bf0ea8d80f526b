import { Prisma } from "@/lib/db/client";
import { columns, fixed } from "../protocol/attribute";
import type { Resource } from "../protocol/resource";

/** The codes that orders take in `coupon_code`. They are made by merchants. */
export const coupons: Resource = {
  type: "coupons",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT p.id, p.code, p.usage_limit, p.per_email_limit = 1 AS customer_single_use,
      (SELECT count(*) FROM promotion_redemptions r JOIN orders o ON o.id = r.order_id
        WHERE r.promotion_id = p.id AND o.status <> 'cancelled') AS usage_count,
      p.ends_at AS expires_at, p.created_at, p.updated_at
    FROM promotions p WHERE p.active`,
  attributes: {
    ...columns("text", "code"),
    ...columns("boolean", "customer_single_use"),
    ...columns("integer", "usage_limit", "usage_count"),
    ...fixed({ recipient_email: null }),
    ...columns("time", "expires_at", "created_at", "updated_at"),
  },
  relationships: {},
  may: { shopper: [], backend: ["list", "read"] },
};
