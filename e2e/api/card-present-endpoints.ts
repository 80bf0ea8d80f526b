/** Every endpoint of the dialect, with what it wants to be asked. */
export type Endpoint = { method: string; path: string; right: Record<string, unknown> };

export const held = { payment_id: "" };
export const intent = {
  amount: 12.99,
  payment_method_types: "card_present",
  capture_method: "manual",
  external_transaction_id: "bad-input",
};
const address = { line1: "1 Market Street", city: "Portland", country: "US" };
export const bodies: Endpoint[] = [
  { method: "POST", path: "/v1/payment/intent", right: intent },
  { method: "PUT", path: "/v1/payment/intent", right: { ...held, amount: 5 } },
  { method: "POST", path: "/v1/payment/auth", right: { ...held, reader_id: "tmr_1" } },
  { method: "POST", path: "/v1/payment/capture", right: { ...held, amount: "12.99" } },
  { method: "POST", path: "/v1/payment/cancel", right: held },
  { method: "POST", path: "/v1/payment/refund", right: { ...held, amount: 1 } },
  { method: "POST", path: "/v1/customer/card", right: { ...held, external_customer_id: "c" } },
  { method: "POST", path: "/v1/customer/card/setup", right: { external_transaction_id: "s" } },
  {
    method: "POST",
    path: "/v1/customer/card/pm_123/default",
    right: { external_customer_id: "c" },
  },
  { method: "POST", path: "/v1/terminal/connection_token", right: {} },
  { method: "POST", path: "/v1/terminal/location", right: { display_name: "Shop", address } },
  { method: "POST", path: "/v1/terminal/reader", right: { registration_code: "simulated-wpe" } },
];
export const queries: Endpoint[] = [
  { method: "GET", path: "/v1/payment/pi_123", right: {} },
  { method: "GET", path: "/v1/customer/card", right: { external_customer_id: "c" } },
  { method: "DELETE", path: "/v1/customer/card/pm_123", right: { external_customer_id: "c" } },
  { method: "GET", path: "/v1/terminal/location", right: {} },
  { method: "GET", path: "/v1/terminal/reader", right: {} },
  { method: "DELETE", path: "/v1/terminal/reader", right: { reader_id: "tmr_123" } },
];
export const named = (endpoints: Endpoint[]) =>
  endpoints.map((endpoint) => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint }));
