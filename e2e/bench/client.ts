import { randomUUID } from "node:crypto";
import { askWell } from "./http";
import { backendToken, stringIn, type World } from "./world";

/** A program that buys through the Elastic Path dialect. */
export type Client = {
  post(path: string, data: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  /** A cart with one thing in it. Gives the cart's name. */
  fillCart(): Promise<string>;
  /** Gives the order's id. */
  checkOut(cart: string): Promise<string>;
};

const address = {
  first_name: "Ada",
  last_name: "Byron",
  line_1: "12 St James's Square",
  city: "Portland",
  postcode: "97201",
  region: "OR",
  country: "US",
};

export async function openClient(world: World): Promise<Client> {
  const headers = {
    authorization: `Bearer ${await backendToken(world)}`,
    "content-type": "application/json",
  };
  const product = await someVariant(world);
  const at = (path: string) => `${world.store.url}${path}`;
  const client: Client = {
    async post(path, data) {
      const body = JSON.stringify({ data });
      return JSON.parse((await askWell(at(path), { method: "POST", headers, body })).body);
    },
    async get(path) {
      return JSON.parse((await askWell(at(path), { headers })).body);
    },
    async fillCart() {
      // 32 letters, as the cookies of shoppers have them.
      const ref = randomUUID().replaceAll("-", "");
      await client.get(`/v2/carts/${ref}`);
      await client.post(`/v2/carts/${ref}/items`, { type: "cart_item", id: product, quantity: 1 });
      return ref;
    },
    async checkOut(cart) {
      const order = await client.post(`/v2/carts/${cart}/checkout`, {
        customer: { name: "Ada Byron", email: "ada@example.com" },
        billing_address: address,
        shipping_address: address,
      });
      return stringIn(order, "data", "id");
    },
  };
  return client;
}

async function someVariant({ sql }: World): Promise<string> {
  const { rows } = await sql.query(
    `SELECT v.id FROM variants v JOIN stock_items s ON s.variant_id = v.id
     JOIN prices p ON p.variant_id = v.id AND p.currency = 'USD'
     WHERE v.manages_stock ORDER BY v.sku LIMIT 1`,
  );
  return stringIn(rows, 0, "id");
}
