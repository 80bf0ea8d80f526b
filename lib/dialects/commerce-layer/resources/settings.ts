import { Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";
import { markets } from "../markets";
import { columns, fixed } from "../protocol/attribute";
import { many, one, type Resource } from "../protocol/resource";
import { createGateway, updateGateway } from "../writes/gateways";

/**
 * What stands in the store's settings and code and not in a table is given to the database as one value,
 * so that it is listed, filtered and included like everything else.
 */
function rowsOf(rows: readonly object[], types: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.*, timestamptz '2026-01-01' AS created_at, timestamptz '2026-01-01' AS updated_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${types})`;
}

const times = columns("time", "created_at", "updated_at");
const readers = { shopper: ["read"], backend: ["list", "read"] } as const;
const backendOnly = { shopper: [], backend: ["list", "read"] } as const;
const gatewayRights = { shopper: [], backend: ["list", "read", "create", "update"] } as const;

export const marketsResource: Resource = {
  type: "markets",
  idKind: "text",
  view: () => rowsOf(markets, Prisma.sql`id text, number int, code text, name text, currency text`),
  scope: (currencies) => Prisma.sql`t.currency IN (${Prisma.join([...currencies])})`,
  attributes: {
    ...columns("integer", "number"),
    ...columns("text", "code", "name"),
    ...fixed({ private: false, disabled_at: null, checkout_url: null }),
    ...times,
  },
  relationships: {
    price_list: one("price_lists", "id"),
  },
  may: readers,
};

export const priceLists: Resource = {
  type: "price_lists",
  idKind: "text",
  view: () =>
    rowsOf(
      markets.map(({ id, code, name, currency }) => ({ id, code, name, currency_code: currency })),
      Prisma.sql`id text, code text, name text, currency_code text`,
    ),
  attributes: {
    ...columns("text", "code", "name", "currency_code"),
    ...fixed({ tax_included: true }),
    ...times,
  },
  relationships: { prices: many("prices", "market_id") },
  may: readers,
};

export const stockLocations: Resource = {
  type: "stock_locations",
  idKind: "text",
  view: () =>
    rowsOf(
      [{ id: "main", code: "main", name: "Warehouse" }],
      Prisma.sql`id text, code text, name text`,
    ),
  attributes: { ...columns("text", "code", "name"), ...times },
  relationships: { stock_items: many("stock_items", "stock_location_id") },
  may: backendOnly,
};

export const organization: Resource = {
  type: "organizations",
  single: { path: "organization", idOf: () => "tender" },
  idKind: "text",
  view: () =>
    rowsOf(
      [{ id: "tender", name: "Tender", slug: "tender", domain: new URL(env().storeUrl).host }],
      Prisma.sql`id text, name text, slug text, domain text`,
    ),
  attributes: {
    ...columns("text", "name", "slug", "domain"),
    ...fixed({ support_phone: null, support_email: null, logo_url: null, favicon_url: null }),
    ...fixed({ primary_color: null, gtm_id: null, gtm_id_test: null, config: null }),
    ...times,
  },
  relationships: {},
  may: readers,
};

export const stripeGateways: Resource = {
  type: "stripe_gateways",
  idKind: "text",
  view: async () => {
    const states = await gatewayStates();
    const at = (enabled: boolean) => (enabled ? null : "2026-01-01");
    return rowsOf(
      [
        {
          id: "stripe",
          name: "Stripe",
          disabled_at: at(states.stripe.enabled),
          webhook_endpoint_url: `${env().storeUrl}/webhooks/stripe`,
        },
        {
          id: "stripe_connect",
          name: "Stripe Connect",
          connected_account: env().connect?.account,
          disabled_at: at(states.stripe_connect.enabled),
          webhook_endpoint_url: `${env().storeUrl}/webhooks/stripe-connect`,
        },
      ],
      Prisma.sql`id text, name text, disabled_at timestamptz, connected_account text,
        webhook_endpoint_url text`,
    );
  },
  attributes: {
    ...columns("text", "name", "connected_account", "webhook_endpoint_url"),
    // Secrets stand in the settings of the store's machine and are never told over the network.
    ...fixed({ force_payments: false, webhook_endpoint_id: null, webhook_endpoint_secret: null }),
    ...fixed({ auto_payments: true }),
    ...columns("time", "disabled_at"),
    ...times,
  },
  relationships: { payment_methods: many("payment_methods", "gateway_id") },
  may: gatewayRights,
  create: createGateway,
  update: updateGateway,
};

export const manualGateways: Resource = {
  type: "manual_gateways",
  idKind: "text",
  view: async () => {
    const { manual } = await gatewayStates();
    return rowsOf(
      [{ id: "manual", name: "Manual", disabled_at: manual.enabled ? null : "2026-01-01" }],
      Prisma.sql`id text, name text, disabled_at timestamptz`,
    );
  },
  attributes: {
    ...columns("text", "name"),
    ...fixed({ force_payments: false }),
    ...columns("time", "disabled_at"),
    ...times,
  },
  relationships: { payment_methods: many("payment_methods", "gateway_id") },
  may: gatewayRights,
  create: createGateway,
  update: updateGateway,
};
