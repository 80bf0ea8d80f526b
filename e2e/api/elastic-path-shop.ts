import { afterAll, beforeAll } from "vitest";
import type { z } from "zod";
import { checkInvariants } from "@/lib/payments/invariants";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import {
  addGoods,
  buyer,
  home,
  startDialect,
  type Ask,
  type Dialect,
  type Goods,
} from "./elastic-path-fixture";

export const orderAnswer = answers.one(answers.orderSchema);
export const transactionAnswer = answers.one(answers.transactionSchema);
export const itemsAnswer = answers.all(answers.cartItemSchema);
export const cartAnswer = answers.one(answers.cartSchema);

export const product = (id: string, quantity = 1) => ({ type: "cart_item", id, quantity });

type Raw = { status: number; json: unknown };

/** What a shop's page and its merchant do, on a dialect that is being tested. Every answer is read with its schema. */
export class Shop {
  goods: Goods = { mug: "", lamp: "", lastPlate: "" };

  constructor(readonly dialect: Dialect) {}

  add(ref: string, data: unknown, headers = {}) {
    const path = `/v2/carts/${ref}/items`;
    return this.dialect.read(itemsAnswer, "POST", path, { body: { data }, headers });
  }

  async cart(ref: string, include = "items") {
    return this.dialect.read(cartAnswer, "GET", `/v2/carts/${ref}?include=${include}`);
  }

  checkout(ref: string, details: object = {}): Promise<Raw> {
    const data = { customer: buyer, billing_address: home, ...details };
    const ask = { token: this.dialect.shopper, body: { data } };
    return this.dialect.ask("POST", `/v2/carts/${ref}/checkout`, ask);
  }

  /** What a program does to a cart, read with the schema of what it changes. */
  send<T extends z.ZodType>(schema: T, method: string, path: string, data?: unknown) {
    const ask = data === undefined ? {} : { body: { data } };
    return this.dialect.read(schema, method, `/v2/carts/${path}`, ask);
  }

  /** With and without tax, the tax, what is taken off, and sending. */
  async prices(ref: string): Promise<number[]> {
    const { display_price: all } = (await this.cart(ref)).data.meta;
    const shown = [all.with_tax, all.without_tax, all.tax, all.discount, all.shipping];
    return shown.map(({ amount }) => amount);
  }

  async order(id: string, include = "items") {
    const path = `/v2/orders/${id}?include=${include}`;
    return (await this.dialect.read(orderAnswer, "GET", path)).data;
  }

  pay(orderId: string, data: object, ask: Ask = {}): Promise<Raw> {
    const body = { data: { gateway: "manual", method: "purchase", ...data } };
    const { shopper: token } = this.dialect;
    return this.dialect.ask("POST", `/v2/orders/${orderId}/payments`, { token, body, ...ask });
  }

  async change(orderId: string, id: string, verb: string, body?: unknown) {
    const path = `/v2/orders/${orderId}/transactions/${id}/${verb}`;
    return (await this.dialect.read(transactionAnswer, "POST", path, { body })).data;
  }
}

export const orderOf = ({ json }: { json: unknown }) => orderAnswer.parse(json).data;

/** With goods to sell; and whatever a file's tests do, the books are right afterwards. */
export function openShop(): Shop {
  const shop = new Shop(startDialect());
  beforeAll(async () => {
    shop.goods = await addGoods();
  });
  afterAll(async () => {
    const broken = await checkInvariants();
    if (broken.length > 0) throw new Error(JSON.stringify(broken));
  });
  return shop;
}
