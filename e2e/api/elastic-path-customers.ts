import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId, newToken } from "@/lib/ids";
import { home, type Ask } from "./elastic-path-fixture";
import { product, type Shop } from "./elastic-path-shop";

export const password = "correct horse battery";
const customerAnswer = answers.one(answers.customerSchema);
export const tokenAnswer = answers.one(answers.customerTokenSchema);
export const addressAnswer = answers.one(answers.customerAddressSchema);

export const newWho = () => ({
  name: "Ada Lovelace",
  email: `${newToken()}@example.com`,
  password,
});

/** Each from an address of its own on the net, so that no test uses up another one's attempts. */
export const from = () => ({ "X-Forwarded-For": newToken() });

/** What a page of a shop asks, for its customers. */
export function customersOf(shop: Shop) {
  const { dialect } = shop;

  async function newCustomer() {
    const who = newWho();
    const made = { token: dialect.shopper, body: { data: who }, headers: from() };
    const { data } = await dialect.read(customerAnswer, "POST", "/v2/customers", made);
    return { ...who, id: data.id, token: await tokenOf(who) };
  }

  async function tokenOf({ email, password: said }: { email: string; password: string }) {
    const body = { data: { type: "token", email, password: said } };
    const ask = { token: dialect.shopper, body, headers: from() };
    return (await dialect.read(tokenAnswer, "POST", "/v2/customers/tokens", ask)).data.token;
  }

  /** What a page asks for a customer who is signed in. */
  const as = (token: string, body?: unknown): Ask => ({
    token: dialect.shopper,
    headers: { "X-MOLTIN-CUSTOMER-TOKEN": token },
    ...(body !== undefined && { body }),
  });

  async function checkout(ask: Ask, customer: object): Promise<{ status: number; json: unknown }> {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const body = { data: { customer, billing_address: home } };
    return dialect.ask("POST", `/v2/carts/${ref}/checkout`, { ...ask, body });
  }

  async function statusOf(method: string, path: string, ask: Ask): Promise<number> {
    return (await dialect.ask(method, path, ask)).status;
  }

  return { newCustomer, tokenOf, as, checkout, statusOf };
}
