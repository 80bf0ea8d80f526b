import { authenticate } from "@commercelayer/js-auth";
import { CommerceLayer } from "@commercelayer/sdk/bundle";
import { afterAll, beforeAll } from "vitest";
import { seedApiClients } from "@/lib/auth/api-clients/seed";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { useSandbox, type Sandbox } from "@/lib/testing/sandbox";
import { serveRoutes, type Served } from "./serve-routes";

export type Ask = { token?: string; body?: unknown; headers?: Record<string, string> };

const media = "application/vnd.api+json";

/**
 * The dialect over HTTP. The official clients address hosts of their own, so their requests are led here;
 * everything else about them is as it is.
 */
export class Dialect {
  origin = "";
  shopperToken = "";
  backendToken = "";

  constructor(readonly sandbox: Sandbox) {}

  /** Path and query as the client wrote them, at our address. */
  readonly lead = (target: string | URL | Request, init?: RequestInit) => {
    const { pathname, search } = new URL(String(target));
    return fetch(`${this.origin}${pathname}${search}`, init);
  };

  client(accessToken: string) {
    return CommerceLayer({ organization: "tender", accessToken, fetch: this.lead });
  }

  get shop() {
    return this.client(this.shopperToken);
  }

  get office() {
    return this.client(this.backendToken);
  }

  token(options: { clientId: string; clientSecret?: string; scope?: string }) {
    const domain = "tender.test";
    return this.led(() => authenticate("client_credentials", { ...options, domain }));
  }

  /** The official client of tokens knows no address but its own, so its `fetch` is led here while it asks. */
  async led<T>(work: () => Promise<T>): Promise<T> {
    const before = globalThis.fetch;
    const { origin } = this;
    globalThis.fetch = (target, init) => {
      const url = new URL(target instanceof Request ? target.url : String(target));
      return before(`${origin}${url.pathname}`, init);
    };
    try {
      return await work();
    } finally {
      globalThis.fetch = before;
    }
  }

  async ask(method: string, path: string, { token, body, headers = {} }: Ask = {}) {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        Accept: media,
        ...(body !== undefined && { "Content-Type": media }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? null : JSON.parse(text);
    return { status: response.status, json, headers: response.headers };
  }
}

export type Goods = { mug: string; lamp: string; lastPlate: string };

/** A mug costs 18.00 USD, a lamp 54.99, and a plate, of which there is one, 25.00. These are their SKUs. */
export async function addGoods(): Promise<Goods> {
  const db = await database();
  const category = await db.category.create({
    data: { slug: `kitchen-${newId()}`, name: "Kitchen", description: "" },
  });
  const add = async (title: string, amountMinor: bigint, onHand: number) => {
    const sku = `${title.toUpperCase()}-${newId().slice(-8)}`;
    const prices = [
      { currency: "USD", amountMinor },
      { currency: "EUR", amountMinor: amountMinor - 100n },
    ];
    const variants = { create: { sku, prices: { create: prices }, stock: { create: { onHand } } } };
    const slug = sku.toLowerCase();
    const description = `A ${title.toLowerCase()}.`;
    await db.product.create({
      data: { slug, title, description, categoryId: category.id, variants },
    });
    return sku;
  };
  const goods = {
    mug: await add("Mug", 1800n, 100_000),
    lamp: await add("Lamp", 5499n, 1_000),
    lastPlate: await add("Plate", 2500n, 1),
  };
  await db.shippingRate.create({
    data: {
      code: `standard-${newId().slice(-6)}`,
      name: "Standard",
      countries: ["US", "DE"],
      minDays: 2,
      maxDays: 4,
      prices: {
        create: [
          { currency: "USD", amountMinor: 500n },
          { currency: "EUR", amountMinor: 400n },
        ],
      },
    },
  });
  return goods;
}

export function startDialect(): Dialect {
  useTestDatabase();
  const dialect = new Dialect(useSandbox());
  let served: Served;

  beforeAll(async () => {
    await seedApiClients();
    served = await serveRoutes("api", "oauth", "v2", ".well-known");
    dialect.origin = served.origin;
    const shopper = await dialect.token({ clientId: "demo-storefront", scope: "market:code:USD" });
    const backend = await dialect.token({
      clientId: "demo-backend",
      clientSecret: "demo-backend-secret",
    });
    dialect.shopperToken = shopper.accessToken;
    dialect.backendToken = backend.accessToken;
  });
  afterAll(() => served.close());
  return dialect;
}
