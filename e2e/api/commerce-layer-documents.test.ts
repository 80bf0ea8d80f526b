import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { checkInvariants } from "@/lib/payments/invariants";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper } from "./commerce-layer-shopper";

/** The requests of the owner's document, as written but for host and ids, and what goes wrong around them. */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

const shopper = new Shopper(dialect, () => goods);

const links = expect.objectContaining({ self: expect.any(String), related: expect.any(String) });
const times = { created_at: expect.any(String), updated_at: expect.any(String) };

const sourceBody = (orderId: string) => ({
  data: {
    type: "stripe_payments",
    attributes: {},
    relationships: { order: { data: { type: "orders", id: orderId } } },
  },
});

describe("the owner's document", () => {
  it("gets the type of the payment source with the order", async () => {
    const id = await shopper.fill();
    const token = dialect.shopperToken;
    const { status, json } = await dialect.ask("GET", `/api/orders/${id}?include=payment_method`, {
      token,
    });
    expect(status).toBe(200);
    const linksOnly = { links };
    expect(json).toMatchObject({
      data: {
        id,
        type: "orders",
        links: { self: expect.stringMatching(new RegExp(`/api/orders/${id}$`)) },
        attributes: { status: "pending" },
        relationships: {
          market: linksOnly,
          customer: linksOnly,
          shipping_address: linksOnly,
          billing_address: linksOnly,
          available_payment_methods: linksOnly,
          payment_method: { links, data: { type: "payment_methods", id: "stripe" } },
          payment_source: linksOnly,
          line_items: linksOnly,
          shipments: linksOnly,
        },
        meta: { mode: "test" },
      },
      included: [
        {
          id: "stripe",
          type: "payment_methods",
          links: { self: expect.any(String) },
          attributes: {
            payment_source_type: "stripe_payments",
            name: "Stripe Payment",
            disabled_at: null,
            price_amount_cents: 0,
            price_amount_float: 0,
            formatted_price_amount: "$0.00",
            ...times,
            reference: null,
            reference_origin: null,
            metadata: {},
          },
          relationships: { market: linksOnly, payment_gateway: linksOnly },
          meta: { mode: "test" },
        },
      ],
    });
    // What was not asked for is linked to and not told.
    const { data } = z
      .object({ data: z.object({ relationships: z.object({ line_items: z.unknown() }) }) })
      .parse(json);
    expect(data.relationships.line_items).not.toHaveProperty("data");
  });

  it("creates the payment source, and associates it with the order", async () => {
    const orderId = await shopper.fill();
    const token = dialect.shopperToken;
    const body = sourceBody(orderId);
    const { status, json } = await dialect.ask("POST", "/api/stripe_payments", { token, body });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      data: {
        id: expect.any(String),
        type: "stripe_payments",
        links: { self: expect.any(String) },
        attributes: {
          client_secret: expect.stringMatching(/^pi_.+_secret_.+/),
          options: {},
          ...times,
          reference: null,
          reference_origin: null,
          metadata: {},
        },
        relationships: { order: { links } },
        meta: { mode: "test" },
      },
    });
    const order = await dialect.shop.orders.retrieve(orderId, { include: ["payment_source"] });
    expect(order.payment_source?.type).toBe("stripe_payments");
    // Sent twice, it is the same payment.
    expect(await dialect.ask("POST", "/api/stripe_payments", { token, body })).toMatchObject({
      json: { data: { id: order.payment_source?.id } },
    });
  });
});

describe("an order whose shopper does something else", () => {
  it("is placed without them when they close the tab", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    const source = await shop.stripe_payments.create({ order: shop.orders.relationship(id) });
    expect(await shopper.confirm(z.string().parse(source.client_secret))).toMatchObject({
      status: 200,
    });
    const db = await database();
    await db.transaction.updateMany({ where: { orderId: id }, data: { nextLookAt: new Date() } });
    await recoverTransactions();
    expect(await shop.orders.retrieve(id)).toMatchObject({
      status: "placed",
      payment_status: "authorized",
    });
  });

  it("is not placed by a card that is declined, and by the next one it is", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    const source = await shop.stripe_payments.create({ order: shop.orders.relationship(id) });
    const secret = z.string().parse(source.client_secret);
    expect(await shopper.confirm(secret, "pm_card_chargeDeclined")).toMatchObject({ status: 402 });
    await expect(shop.orders._place(id)).rejects.toMatchObject({ status: 422 });
    expect(await shopper.confirm(secret)).toMatchObject({ status: 200 });
    expect(await shop.stripe_payments._refresh(source.id)).toMatchObject({
      payment_instrument: { brand: "visa" },
      payment_method: { type: "card", card: { brand: "visa", last4: "4242" } },
    });
    expect(await shop.orders._place(id)).toMatchObject({ status: "placed" });
  });

  it("has one payment and one number, however many ask at once", async () => {
    const { shop, office } = dialect;
    const id = await shopper.fill();
    const order = shop.orders.relationship(id);
    const sources = await Promise.all(
      Array.from({ length: 5 }, () => shop.stripe_payments.create({ order })),
    );
    expect(new Set(sources.map(({ stripe_id: intent }) => intent)).size).toBe(1);
    await shopper.confirm(z.string().parse(sources[0]?.client_secret));
    const placed = await Promise.all(Array.from({ length: 5 }, () => shop.orders._place(id)));
    expect(new Set(placed.map(({ number }) => number)).size).toBe(1);
    const captures = Array.from({ length: 4 }, () => office.orders._capture(id));
    const outcomes = await Promise.allSettled(captures);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await office.orders.captures(id)).meta.recordCount).toBe(1);
    expect(await checkInvariants()).toEqual([]);
  });
});

it("describes itself", async () => {
  const { status, json } = await dialect.ask("GET", "/api/openapi.json");
  expect(status).toBe(200);
  expect(json).toMatchObject({
    openapi: "3.1.0",
    paths: {
      "/orders/{id}": { patch: { summary: "update orders" } },
      "/stripe_payments": { post: { summary: "create stripe_payments" } },
    },
    components: { schemas: { orders: { properties: { type: { const: "orders" } } } } },
  });
});
