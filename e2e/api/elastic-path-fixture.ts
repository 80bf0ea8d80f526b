import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { seedApiClients } from "@/lib/auth/api-clients/seed";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { useSandbox, type Sandbox } from "@/lib/testing/sandbox";
import { serveRoutes, type Served } from "./serve-routes";

export type Answer = { status: number; json: unknown; headers: Headers };
export type Ask = { token?: string; body?: unknown; headers?: Record<string, string> };

/** The dialect over HTTP, with its demo clients, a small catalogue and a sandbox of its own. */
export class Dialect {
  origin = "";
  host = "";
  shopper = "";
  backend = "";

  constructor(readonly sandbox: Sandbox) {}

  async ask(method: string, path: string, { token, body, headers = {} }: Ask = {}) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body: text }),
    });
    const answer = await response.text();
    const json: unknown = answer === "" ? null : JSON.parse(answer);
    return { status: response.status, json, headers: response.headers } satisfies Answer;
  }

  /** As `ask`, and what came is what the schema says. */
  async read<T extends z.ZodType>(
    schema: T,
    method: string,
    path: string,
    ask: Ask = {},
  ): Promise<z.infer<T>> {
    const { status, json } = await this.ask(method, path, { token: this.backend, ...ask });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return schema.parse(json);
  }

  async token(fields: Record<string, string>): Promise<string> {
    const response = await fetch(`${this.origin}/oauth/access_token`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
  }
}

export const withId = z.object({ data: z.looseObject({ id: z.string() }) });

export const buyer = { name: "Ada Lovelace", email: "ada@example.com" };
export const home = {
  first_name: "Ada",
  last_name: "Lovelace",
  company_name: "Engines",
  line_1: "1 Analytical Row",
  line_2: "",
  city: "Portland",
  postcode: "97201",
  county: "Multnomah",
  region: "OR",
  country: "US",
};

export type Goods = { mug: string; lamp: string; lastPlate: string };

/** A mug costs 18.00 USD, a lamp 54.99, and a plate, of which there is one, 25.00. */
export async function addGoods(): Promise<Goods> {
  const db = await database();
  const [mug, lamp, lastPlate] = [newId(), newId(), newId()];
  const category = await db.category.create({
    data: { slug: `kitchen-${mug}`, name: "Kitchen", description: "" },
  });
  const product = (id: string, title: string, amountMinor: bigint, onHand: number) => ({
    slug: `${title.toLowerCase()}-${id}`,
    title,
    description: `A ${title.toLowerCase()}.`,
    categoryId: category.id,
    variants: {
      create: {
        id,
        sku: `${title.toUpperCase()}-${id}`,
        prices: {
          create: [
            { currency: "USD", amountMinor },
            { currency: "JPY", amountMinor: amountMinor * 2n },
          ],
        },
        stock: { create: { onHand } },
      },
    },
  });
  await db.product.create({ data: product(mug, "Mug", 1800n, 100_000) });
  await db.product.create({ data: product(lamp, "Lamp", 5499n, 1000) });
  await db.product.create({ data: product(lastPlate, "Plate", 2500n, 1) });
  return { mug, lamp, lastPlate };
}

/** A cart with something in it, checked out. */
export async function placeOrder(dialect: Dialect, id: string, quantity = 1): Promise<string> {
  const ref = newId();
  const { shopper: token } = dialect;
  const item = { data: { type: "cart_item", id, quantity } };
  await dialect.read(z.unknown(), "POST", `/v2/carts/${ref}/items`, { token, body: item });
  const body = { data: { customer: buyer, billing_address: home, shipping_address: home } };
  const order = await dialect.read(withId, "POST", `/v2/carts/${ref}/checkout`, { token, body });
  return order.data.id;
}

export function startDialect(): Dialect {
  useTestDatabase();
  const dialect = new Dialect(useSandbox());
  let served: Served;

  beforeAll(async () => {
    await seedApiClients();
    served = await serveRoutes("v2", "catalog", "catalogs", "pcm", "oauth", "inventories");
    dialect.origin = served.origin;
    dialect.host = new URL(served.origin).host;
    dialect.shopper = await dialect.token({
      grant_type: "implicit",
      client_id: "demo-storefront",
    });
    dialect.backend = await dialect.token({
      grant_type: "client_credentials",
      client_id: "demo-backend",
      client_secret: "demo-backend-secret",
    });
  });
  afterAll(() => served.close());
  return dialect;
}
