import { fixed } from "../protocol/attribute";
import { nothing, type Relationship, type Resource } from "../protocol/resource";

type Named = Readonly<Record<string, string>>;

/** Names stand with spaces between them. */
type Nowhere = {
  /** To-one relationships, and the types that they would lead to. */
  one?: Named;
  /** To-many ones that are named as what they would lead to. */
  many?: string;
  /** To-many ones that are not. */
  lists?: Named;
  /** Attributes that are always null. */
  empty?: string;
};

/**
 * What the official clients know of a type and this store has none of. It is empty for whoever asks, and no
 * error, so that programs which were written for that API work as they are.
 */
const nowhere: Readonly<Record<string, Nowhere>> = {
  addresses: { one: { geocoder: "geocoders" }, many: "events tags event_stores" },
  coupons: {
    one: { promotion_rule: "promotion_rules", coupon_recipient: "coupon_recipients" },
    many: "events tags event_stores",
  },
  customer_addresses: { many: "events event_stores" },
  delivery_lead_times: {
    one: { shipping_method: "shipping_methods", stock_location: "stock_locations" },
  },
  event_callbacks: { many: "event_stores" },
  gift_cards: {
    one: { gift_card_recipient: "gift_card_recipients" },
    many: "attachments events tags event_stores",
    empty: "balance_max_cents balance_max_float formatted_balance_max image_url recipient_email",
  },
  line_items: {
    one: {
      adjustment: "adjustments",
      gift_card: "gift_cards",
      shipment: "shipments",
      payment_method: "payment_methods",
    },
    many: "return_line_items",
  },
  manual_gateways: { many: "event_stores" },
  markets: {
    one: {
      merchant: "merchants",
      inventory_model: "inventory_models",
      subscription_model: "subscription_models",
      discount_engine: "discount_engines",
      tax_calculator: "tax_calculators",
      customer_group: "customer_groups",
      geocoder: "geocoders",
      default_shipping_method: "shipping_methods",
      default_payment_method: "payment_methods",
    },
    many: "stores attachments event_stores",
    empty: "facebook_pixel_id external_prices_url external_order_validation_url shared_secret",
  },
  orders: {
    one: {
      discount_engine_item: "discount_engine_items",
      order_subscription: "order_subscriptions",
    },
    many: "payment_options order_factories order_copies recurring_order_copies links resource_errors payment_sessions",
    lists: { available_payment_settings: "payment_settings" },
  },
  payment_sessions: {
    one: { payment_setting: "payment_settings", payment_authorization: "payment_authorizations" },
  },
  price_lists: { many: "price_list_schedulers attachments event_stores" },
  prices: { many: "price_tiers price_volume_tiers price_frequency_tiers" },
  shipments: {
    one: {
      inventory_stock_location: "inventory_stock_locations",
      origin_address: "addresses",
      pickup: "pickups",
    },
    many: "carrier_accounts tags",
    empty: "purchase_error_code purchase_error_message get_rates_errors purchase_started_at",
  },
  shipping_methods: {
    one: {
      shipping_zone: "shipping_zones",
      shipping_category: "shipping_categories",
      stock_location: "stock_locations",
      delivery_lead_time_for_shipment: "delivery_lead_times",
    },
    many: "shipping_method_tiers shipping_weight_tiers attachments notifications events tags event_stores",
    empty: "external_prices_url min_weight max_weight unit_of_weight tax_code",
  },
  skus: { many: "sku_list_items links tags", empty: "jwt_custom_claim" },
  stock_items: {
    one: { reserved_stock: "reserved_stocks" },
    many: "stock_reservations attachments event_stores",
  },
  stock_line_items: {
    one: { stock_item: "stock_items", stock_reservation: "stock_reservations" },
    many: "event_stores",
    empty: "bundle_code image_url",
  },
  stock_locations: {
    one: { address: "addresses" },
    many: "inventory_stock_locations inventory_return_locations stock_transfers stores attachments event_stores",
    empty: "label_format suppress_etd",
  },
  stripe_gateways: { many: "event_stores" },
  tags: { many: "event_stores" },
  webhooks: { many: "event_stores" },
};

const namesIn = (names: string | undefined): string[] => names?.split(" ") ?? [];

const asNamed = (names: string | undefined): Named =>
  Object.fromEntries(namesIn(names).map((name) => [name, name]));

function emptied(named: Named, isMany: boolean): Record<string, Relationship> {
  return Object.fromEntries(Object.entries(named).map(([name, to]) => [name, nothing(to, isMany)]));
}

/** A resource with what the clients know of it besides. What it has itself goes first. */
export function withNowhere(resource: Resource): Resource {
  const { one = {}, many, lists = {}, empty } = nowhere[resource.type] ?? {};
  const nulls = fixed(Object.fromEntries(namesIn(empty).map((name) => [name, null])));
  const none = { ...emptied(one, false), ...emptied({ ...asNamed(many), ...lists }, true) };
  return {
    ...resource,
    attributes: { ...nulls, ...resource.attributes },
    relationships: { ...none, ...resource.relationships },
  };
}

/** What all of it would lead to: types that are known by name only. */
export const typesOfNothing: readonly string[] = [
  ...new Set(
    Object.values(nowhere).flatMap(({ one = {}, many, lists = {} }) => [
      ...Object.values(one),
      ...Object.values(lists),
      ...namesIn(many),
    ]),
  ),
];
