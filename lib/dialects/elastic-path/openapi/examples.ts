/** A body for each endpoint that takes one: what a reader tries first. A test reads each with its schema. */
const address = {
  first_name: "Ada",
  last_name: "Lovelace",
  line_1: "1 Analytical Row",
  city: "Portland",
  postcode: "97201",
  county: "Multnomah",
  region: "OR",
  country: "US",
};
const id = "00000000-0000-4000-8000-000000000000";
const item = { item: { data: { type: "cart_item", id } } };
const tax = { type: "tax_item", name: "VAT", jurisdiction: "UK", code: "VAT20", rate: 0.2 };
const discount = { type: "custom_discount", description: "Thank you", amount: -500 };
const parcel = { shipping_type: "Post", shipping_price: { total: 700 } };
const customer = { type: "customer", id };
const intent = { gateway: "elastic_path_payments_stripe", method: "purchase" };

const cart = "/v2/carts/{ref}";
const cartItem = `${cart}/items/{itemId}`;
const order = "/v2/orders/{orderId}";
const transaction = `${order}/transactions/{transactionId}`;
const account = "/v2/customers/{customerId}";

const examples: Record<string, unknown> = {
  "POST /v2/inventories/multiple": [{ id }],
  "POST /v2/carts": { name: "Ada's cart" },
  [`PUT ${cart}`]: { name: "Ada's cart" },
  [`POST ${cart}/items`]: { type: "cart_item", id, quantity: 1 },
  [`PUT ${cart}/items`]: [{ id, quantity: 2 }],
  [`PUT ${cartItem}`]: { quantity: 2 },
  [`POST ${cart}/relationships/customers`]: [customer],
  [`DELETE ${cart}/relationships/customers`]: [customer],
  [`POST ${cart}/checkout`]: {
    customer: { name: "Ada Lovelace", email: "ada@example.com" },
    billing_address: address,
    shipping_address: address,
  },
  [`POST ${cartItem}/taxes`]: tax,
  [`PUT ${cartItem}/taxes/{taxId}`]: { rate: 0.1 },
  [`POST ${cart}/taxes`]: [{ ...tax, relationships: item }],
  [`POST ${cart}/custom-discounts`]: discount,
  [`PUT ${cart}/custom-discounts/{discountId}`]: { amount: -300 },
  [`POST ${cartItem}/custom-discounts`]: discount,
  [`PUT ${cartItem}/custom-discounts/{discountId}`]: { amount: -300 },
  [`POST ${cart}/shipping-groups`]: parcel,
  [`PUT ${cart}/shipping-groups/{groupId}`]: parcel,
  [`POST ${cart}/payments`]: intent,
  [`PUT ${cart}/payments/{intentId}`]: intent,
  "POST /v2/customers": {
    type: "customer",
    name: "Ada Lovelace",
    email: "ada@example.com",
    password: "correct horse battery",
  },
  "POST /v2/customers/tokens": {
    type: "token",
    email: "ada@example.com",
    password: "correct horse battery",
    authentication_mechanism: "password",
  },
  [`PUT ${account}`]: { name: "Countess of Lovelace" },
  [`POST ${account}/addresses`]: { name: "Home", ...address },
  [`PUT ${account}/addresses/{addressId}`]: { line_1: "2 Difference Street" },
  [`PUT ${order}`]: { shipping: "fulfilled" },
  "POST /v2/orders/anonymize": { order_ids: [id] },
  [`POST ${order}/confirm`]: {},
  [`POST ${order}/payments`]: { gateway: "stripe", method: "purchase", payment: "tok_visa" },
  [`POST ${transaction}/confirm`]: {},
  [`POST ${transaction}/capture`]: {},
  [`POST ${transaction}/refund`]: { amount: 100, options: { note_to_payer: "Sorry" } },
  [`POST ${transaction}/cancel`]: { reason: "requested_by_customer" },
  "PUT /v2/gateways/{slug}": { enabled: true },
};

const form = { grant_type: "implicit", client_id: "demo-storefront" };

type Of = { method: string; path: string; body?: { form?: boolean } };

/** Undefined where the endpoint takes no body. */
export function exampleOf({ method, path, body }: Of): unknown {
  if (body === undefined) return undefined;
  return body.form ? form : { data: examples[`${method} ${path}`] };
}
