import { afterAll, beforeAll, expect } from "vitest";
import { database } from "@/lib/db/client";
import { errorsSchema } from "@/lib/dialects/elastic-path/openapi/responses";
import { addGoods, placeOrder, withId, type Ask, type Dialect } from "./elastic-path-fixture";

type Which = { orderId: string; transactionId: string };

/** An unpaid, an authorized and a paid order, and what they are made of. */
export type World = {
  unpaid: string;
  held: Which;
  paid: Which;
  productId: string;
  categoryId: string;
  customerId: string;
};

/** Makes a world before the tests of a file, and sees afterwards that none of them has changed it. */
export function keepWorld(dialect: Dialect): World {
  const none = { orderId: "", transactionId: "" };
  const world: World = {
    unpaid: "",
    held: none,
    paid: none,
    productId: "",
    categoryId: "",
    customerId: "",
  };
  let before = "";

  beforeAll(async () => {
    const { mug, lamp } = await addGoods();
    world.unpaid = await placeOrder(dialect, mug);
    world.held = await placeAndPay(dialect, lamp, "authorize");
    world.paid = await placeAndPay(dialect, lamp, "purchase");
    world.productId = mug;
    const db = await database();
    world.categoryId = (await db.category.findFirstOrThrow()).id;
    const who = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
    const made = await dialect.read(withId, "POST", "/v2/customers", { body: { data: who } });
    world.customerId = made.data.id;
    before = await everything(dialect);
  });
  afterAll(async () => {
    if ((await everything(dialect)) !== before) throw new Error("A bad request changed something.");
  });
  return world;
}

async function placeAndPay(dialect: Dialect, productId: string, method: string): Promise<Which> {
  const orderId = await placeOrder(dialect, productId);
  const body = { data: { gateway: "stripe", method, payment: "pm_card_visa" } };
  const { data } = await dialect.read(withId, "POST", `/v2/orders/${orderId}/payments`, { body });
  return { orderId, transactionId: data.id };
}

/** All that moves money or goods, and what the gateway was asked. */
async function everything(dialect: Dialect): Promise<string> {
  const db = await database();
  const intents = await fetch(`${dialect.sandbox.url}/v1/payment_intents?limit=100`, {
    headers: { Authorization: "Bearer sk_test_sandbox" },
  });
  const facts = {
    orders: await db.order.findMany({ orderBy: { id: "asc" } }),
    transactions: await db.transaction.findMany({ orderBy: { id: "asc" } }),
    stock: await db.stockItem.findMany({ orderBy: { variantId: "asc" } }),
    items: await db.cartItem.count(),
    customers: await db.shopper.findMany({ include: { addresses: true, carts: true } }),
    settings: await db.setting.findMany(),
    intents: await intents.json(),
  };
  return JSON.stringify(facts, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

/** Asks, and sees the contract's error, whatever it is: its shape, its status twice, and the headers for browsers. */
export const refusing =
  (dialect: Dialect) =>
  async (method: string, path: string, ask: Ask, ...statuses: number[]) => {
    const { status, json, headers } = await dialect.ask(method, path, ask);
    const sent = `${method} ${path} ${JSON.stringify(ask.body ?? null).slice(0, 120)}`;
    const { errors } = errorsSchema.parse(json);
    const isRight =
      statuses.includes(status) &&
      errors[0]?.status === status &&
      headers.get("access-control-allow-origin") === "*";
    expect(isRight, `${sent} → ${status} ${JSON.stringify(json)}`).toBe(true);
    return errors;
  };
