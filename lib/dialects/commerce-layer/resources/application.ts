import { Prisma } from "@/lib/db/client";
import { columns, fixed } from "../protocol/attribute";
import type { Resource } from "../protocol/resource";

/** The program whose token came along. Nobody is told of other programs. */
export const application: Resource = {
  type: "applications",
  single: { path: "application", idOf: ({ clientId }) => clientId },
  idKind: "text",
  view: () => Prisma.sql`
    SELECT a.id, a.name, a.secret_hash IS NULL AS public_access,
      CASE WHEN a.secret_hash IS NULL THEN 'sales_channel' ELSE 'integration' END AS kind,
      a.created_at, a.updated_at
    FROM api_clients a`,
  attributes: {
    ...columns("text", "name", "kind"),
    ...columns("boolean", "public_access"),
    ...fixed({ redirect_uri: null, scopes: "market:all" }),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {},
  may: { shopper: ["read"], backend: ["read"] },
};
