import { Prisma } from "@/lib/db/client";
import { columns } from "../protocol/attribute";
import { noneOf, nothing, type Resource } from "../protocol/resource";
import { typesOfNothing } from "./leads-nowhere";

/**
 * What those clients' checkout asks for and this store has none of. Each is an empty list and not an error, so that
 * a checkout which was written for that API works as it is.
 */
function absent(type: string, isCatalogue = false): Resource {
  const readers = isCatalogue ? (["list", "read"] as const) : (["read"] as const);
  return {
    type,
    idKind: "uuid",
    view: () => Prisma.sql`
      SELECT NULL::uuid AS id, NULL::text AS code, NULL::text AS name,
        NULL::timestamptz AS starts_at, NULL::timestamptz AS created_at, NULL::timestamptz AS updated_at WHERE FALSE`,
    attributes: {
      ...(isCatalogue && columns("text", "code", "name")),
      ...columns("time", "starts_at", "created_at", "updated_at"),
    },
    relationships: {},
    may: { shopper: readers, backend: ["list", "read"] },
  };
}

/** Those that lead on to others. */
const leading: Readonly<Record<string, Resource["relationships"]>> = {
  line_item_options: { sku_option: nothing("sku_options") },
  parcels: noneOf("parcel_line_items"),
  stock_transfers: { line_item: nothing("line_items"), sku: nothing("skus") },
};

const others = ["attachments", "customer_groups", "customer_subscriptions", "event_stores"]
  .concat(["events", "notifications", "order_subscriptions", "parcel_line_items", "returns"])
  .concat(["shipping_categories", "sku_lists", "stock_reservations", "stores", "versions"]);

const named: readonly Resource[] = [
  absent("bundles", true),
  absent("sku_options", true),
  // The clients' checkout lists them before it shows any shipping method.
  {
    ...absent("delivery_lead_times"),
    may: { shopper: ["list", "read"], backend: ["list", "read"] },
  },
  ...Object.entries(leading).map(([type, relationships]) => ({ ...absent(type), relationships })),
  ...others.map((type) => absent(type)),
];

/** @param present what there is some of */
export function absentResources(present: readonly Resource[]): readonly Resource[] {
  const known = new Set([...present, ...named].map(({ type }) => type));
  const rest = typesOfNothing.filter((type) => !known.has(type));
  return [...named, ...rest.map((type) => absent(type))];
}
