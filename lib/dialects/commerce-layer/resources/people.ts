import { Prisma } from "@/lib/db/client";
import {
  createCustomerAddress,
  deleteCustomerAddress,
  updateCustomerAddress,
} from "../writes/address-book";
import { columns, fixed } from "../protocol/attribute";
import { createAddress, removeAddress, updateAddress } from "../writes/addresses";
import { createCustomer, updateCustomer } from "../writes/customers";
import { taggedWith } from "./tags";
import { many, noneOf, nothing, one, type Resource } from "../protocol/resource";

const places = (data: Prisma.Sql) => Prisma.sql`
  ${data} ->> 'name' AS name, ${data} ->> 'name' AS full_name,
  coalesce(nullif(${data} ->> 'firstName', ''), split_part(${data} ->> 'name', ' ', 1)) AS first_name,
  coalesce(nullif(${data} ->> 'lastName', ''),
    substr(${data} ->> 'name', length(split_part(${data} ->> 'name', ' ', 1)) + 2)) AS last_name,
  nullif(${data} ->> 'company', '') AS company, coalesce(${data} ->> 'company', '') <> '' AS business,
  ${data} ->> 'line1' AS line_1, nullif(${data} ->> 'line2', '') AS line_2, ${data} ->> 'city' AS city,
  nullif(${data} ->> 'postalCode', '') AS zip_code, nullif(${data} ->> 'region', '') AS state_code,
  ${data} ->> 'country' AS country_code, nullif(${data} ->> 'instructions', '') AS notes,
  nullif(${data} ->> 'billingInfo', '') AS billing_info,
  (${data} ->> 'lat')::float8 AS lat, (${data} ->> 'lng')::float8 AS lng,
  coalesce(${data} ->> 'lat', ${data} ->> 'lng') IS NOT NULL AS is_geocoded,
  concat_ws(' ', ${data} ->> 'line1', ${data} ->> 'postalCode', ${data} ->> 'city',
    '(' || (${data} ->> 'country') || ')') AS full_address`;

const stored = places(Prisma.sql`a.data`);
const shipping = places(Prisma.sql`o.shipping_address`);
const billing = places(Prisma.sql`o.billing_address`);

/** Those that programs made, and those of orders that came through other doors. */
export const addresses: Resource = {
  type: "addresses",
  idKind: "text",
  view: () => Prisma.sql`
    SELECT a.id::text AS id, ${stored}, nullif(a.data ->> 'phone', '') AS phone,
      nullif(a.data ->> 'email', '') AS email, a.created_at, a.updated_at
    FROM addresses a
    UNION ALL
    SELECT o.id::text || '-shipping', ${shipping},
      coalesce(nullif(o.shipping_address ->> 'phone', ''), o.phone), o.email, o.created_at, o.updated_at
    FROM orders o WHERE o.shipping_address IS NOT NULL
    UNION ALL
    SELECT o.id::text || '-billing', ${billing},
      coalesce(nullif(o.billing_address ->> 'phone', ''), o.phone), o.email, o.created_at, o.updated_at
    FROM orders o`,
  attributes: {
    ...columns("boolean", "business"),
    ...columns("text", "first_name", "last_name", "company", "full_name", "line_1", "line_2"),
    ...columns("text", "city", "zip_code", "state_code", "country_code", "phone", "full_address"),
    ...columns("text", "name", "email", "notes", "billing_info"),
    ...columns("float", "lat", "lng"),
    ...columns("boolean", "is_geocoded"),
    ...fixed({ is_localized: false, provider_name: null, map_url: null, static_map_url: null }),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {},
  may: {
    shopper: ["create", "read", "update", "delete"],
    backend: ["list", "read", "create", "update", "delete"],
  },
  create: createAddress,
  update: updateAddress,
  remove: removeAddress,
};

const count = Prisma.sql`(SELECT count(*) FROM orders o
  WHERE o.email = c.email AND o.placed_at IS NOT NULL)`;

export const customers: Resource = {
  type: "customers",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT c.id, c.email, ${count} AS total_orders_count,
      EXISTS (SELECT 1 FROM shoppers s WHERE s.email = c.email) AS has_password,
      CASE ${count} WHEN 0 THEN 'prospect' WHEN 1 THEN 'acquired' ELSE 'repeat' END AS status,
      c.created_at, c.updated_at
    FROM customers c`,
  attributes: {
    ...columns("text", "email", "status"),
    ...columns("boolean", "has_password"),
    ...fixed({ shopper_reference: null, profile_id: null, tax_exemption_code: null }),
    ...fixed({ jwt_custom_claim: null, anonymization_info: null, anonymization_status: null }),
    ...columns("integer", "total_orders_count"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    orders: many("orders", "customer_email", "email"),
    customer_addresses: many("customer_addresses", "customer_id"),
    customer_payment_sources: many("customer_payment_sources", "customer_id"),
    tags: taggedWith("customers"),
    customer_group: nothing("customer_groups"),
    ...noneOf("order_subscriptions", "customer_subscriptions", "returns", "sku_lists"),
    ...noneOf("attachments", "events", "event_stores"),
  },
  may: {
    shopper: ["create"],
    backend: ["list", "read", "create", "update"],
    customer: ["list", "read", "update"],
  },
  own: ({ id }) => Prisma.sql`t.id = ${id}::uuid`,
  create: createCustomer,
  update: updateCustomer,
};

/** The address books of customers. */
export const customerAddresses: Resource = {
  type: "customer_addresses",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT b.id, b.customer_id, b.address_id::text AS address_id, a.data ->> 'name' AS name,
      a.data ->> 'shopperId' AS shopper_id,
      c.email AS customer_email, b.created_at, b.updated_at
    FROM customer_addresses b JOIN addresses a ON a.id = b.address_id
    JOIN customers c ON c.id = b.customer_id`,
  attributes: {
    ...columns("text", "name", "customer_email"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    customer: one("customers", "customer_id"),
    address: one("addresses", "address_id"),
  },
  may: {
    shopper: [],
    backend: ["list", "read", "create", "update", "delete"],
    customer: ["list", "read", "create", "update", "delete"],
  },
  // A guest may have left addresses in the book of an e-mail address that nobody has confirmed yet.
  own: ({ id, isConfirmed, shopperId }) =>
    Prisma.sql`t.customer_id = ${id}::uuid AND (${isConfirmed}::boolean OR t.shopper_id = ${shopperId})`,
  create: createCustomerAddress,
  update: updateCustomerAddress,
  remove: deleteCustomerAddress,
};
