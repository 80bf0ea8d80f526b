/** What these clients can wait for, as `<type>.<event>`, and what it is in the store's own words. */
const kinds = { authorizations: ["authorize", "purchase"], captures: ["capture", "purchase"] };

const both = (names: readonly string[], what: string) => names.map((kind) => `${kind}_${what}`);

export const topics: Readonly<Record<string, readonly string[]>> = {
  "orders.create": ["order_created"],
  "orders.place": ["order_placed"],
  "orders.authorize": ["order_authorized"],
  "orders.approve": ["order_approved"],
  "orders.pay": ["order_paid"],
  "orders.refund": ["order_refunded"],
  "orders.void": ["order_voided"],
  "orders.cancel": ["order_cancelled"],
  "orders.start_fulfilling": ["order_partially_fulfilled"],
  "orders.fulfill": ["order_fulfilled"],
  "orders.tagged": ["order_tagged"],
  // What the shopper has yet to do something for is no authorization: it is there once it is decided.
  "authorizations.create": [
    ...both(kinds.authorizations, "succeeded"),
    ...both(kinds.authorizations, "failed"),
  ],
  "authorizations.succeeded": both(kinds.authorizations, "succeeded"),
  "authorizations.failed": both(kinds.authorizations, "failed"),
  "captures.create": ["capture_created", "purchase_succeeded"],
  "captures.succeeded": both(kinds.captures, "succeeded"),
  "captures.failed": ["capture_failed"],
  "refunds.create": ["refund_created"],
  "refunds.succeeded": ["refund_succeeded"],
  "refunds.failed": ["refund_failed"],
  "voids.create": ["void_created"],
  "voids.succeeded": ["void_succeeded"],
  "voids.failed": ["void_failed"],
  "customers.create": ["customer_created"],
  "shipments.upcoming": ["order_placed"],
  "shipments.ship": ["order_fulfilled"],
};

export const typeOfTopic = (topic: string): string => topic.split(".")[0] ?? "";
