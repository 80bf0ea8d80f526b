import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { newToken } from "@/lib/ids";
import { findOrder } from "@/lib/orders/queries";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { processEvents } from "@/lib/payments/webhooks/process";
import { receiveStripeEvent } from "@/lib/payments/webhooks/receive";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { setSandboxFaults } from "../fixtures/sandbox-faults";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

/** The faults that the payments core withstands, with this API as the way in. */
const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

afterEach(async () => {
  await setSandboxFaults(dialect.sandbox.url, {});
  await expectSound();
  await expectAgreement();
});

const text = z.string();

/** How many of fifty requests at once got through; the others were refused in the API's words. */
async function fifty(ask: () => Promise<unknown>): Promise<number> {
  const settled = await Promise.allSettled(Array.from({ length: 50 }, ask));
  for (const result of settled) {
    if (result.status === "fulfilled") continue;
    expect(result.reason).toMatchObject({ errors: [{ code: "VALIDATION_ERROR", status: "422" }] });
  }
  return settled.filter(({ status }) => status === "fulfilled").length;
}

/** Time passes, and whatever was left open is looked at again. */
async function recover(orderId: string): Promise<void> {
  const db = await database();
  const open = { orderId, nextLookAt: { not: null } };
  await db.transaction.updateMany({ where: open, data: { nextLookAt: new Date() } });
  while ((await recoverTransactions()) > 0);
}

describe("fifty at once", () => {
  it("place an order once", async () => {
    const id = await shopper.fill();
    await shopper.pay(id);
    const numbers = new Set<unknown>();
    const place = async () => numbers.add((await dialect.shop.orders._place(id)).number);
    expect(await fifty(place)).toBe(50);
    expect(numbers.size).toBe(1);
    expect((await dialect.office.orders.authorizations(id)).meta.recordCount).toBe(1);
  });

  it("capture no more than is held", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    const hold = text.parse((await office.orders.authorizations(id)).first()?.id);
    const part = { id: hold, _capture: true, _capture_amount_cents: 1000 };
    expect(await fifty(() => office.authorizations.update(part))).toBe(Math.floor(total / 1000));
    expect(await office.authorizations.retrieve(hold)).toMatchObject({
      capture_amount_cents: total - (total % 1000),
      capture_balance_cents: total % 1000,
    });
  });

  it("refund no more than was captured", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    await office.orders._capture(id);
    const capture = text.parse((await office.orders.captures(id)).first()?.id);
    const part = { id: capture, _refund: true, _refund_amount_cents: 1500 };
    expect(await fifty(() => office.captures.update(part))).toBe(Math.floor(total / 1500));
    expect(await office.captures.retrieve(capture)).toMatchObject({
      refund_balance_cents: total % 1500,
    });
  });

  it("cancel and capture, of which one wins", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    const asks = [office.orders._capture, office.orders._cancel];
    const settled = await Promise.allSettled(asks.map((ask) => ask.call(office.orders, id)));
    expect(settled.some(({ status }) => status === "fulfilled")).toBe(true);
  });
});

describe("an answer of the gateway that gets lost", () => {
  it.each([
    { what: "a capture", endpoint: "POST /v1/payment_intents/:id/capture", after: "paid" },
    { what: "a refund", endpoint: "POST /v1/refunds", after: "refunded" },
  ])("of $what moves money once", async ({ endpoint, after }) => {
    const { office } = dialect;
    const id = await shopper.place();
    if (after === "refunded") await office.orders._capture(id);
    await setSandboxFaults(dialect.sandbox.url, {
      requests: [{ endpoint, kind: "dropped_after_effect" }],
    });
    const ask = after === "paid" ? office.orders._capture : office.orders._refund;
    await ask.call(office.orders, id).catch(() => undefined);
    await setSandboxFaults(dialect.sandbox.url, {});
    await recover(id);
    expect(await office.orders.retrieve(id)).toMatchObject({ payment_status: after });
    expect(await ask.call(office.orders, id).catch(({ status }) => status)).toBe(422);
  });

  it("of a payment that begins leaves one payment behind", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    await setSandboxFaults(dialect.sandbox.url, {
      requests: [{ endpoint: "POST /v1/payment_intents", kind: "dropped_after_effect" }],
    });
    await shopper.source(id).catch(() => undefined);
    await setSandboxFaults(dialect.sandbox.url, {});
    await recover(id);
    const source = await shopper.source(id);
    await shopper.confirm(source.client_secret);
    expect(await shop.orders._place(id)).toMatchObject({ status: "placed" });
    const db = await database();
    expect(await db.payment.count({ where: { orderId: id, authorizedMinor: { gt: 0 } } })).toBe(1);
  });
});

describe("a shopper who never comes back to place the order", () => {
  const deliver = (body: string) =>
    receiveStripeEvent(
      "stripe",
      new Request("http://localhost:3000/webhooks/stripe", {
        method: "POST",
        body,
        headers: {
          "stripe-signature": stripe().webhooks.generateTestHeaderString({
            payload: body,
            secret: env().stripe.webhookSecret,
          }),
        },
      }),
    );

  it("has it placed by the gateway's event, however often that comes", async () => {
    const id = await shopper.fill();
    const source = await shopper.pay(id);
    const object = { id: source.stripe_id, object: "payment_intent", metadata: { order_id: id } };
    const type = "payment_intent.amount_capturable_updated";
    const event = { id: `evt_${newToken()}`, object: "event", type, data: { object } };
    const body = JSON.stringify(event);
    await Promise.all([1, 2, 3].map(() => deliver(body)));
    await processEvents();
    const placed = await dialect.shop.orders.retrieve(id);
    expect(placed).toMatchObject({ status: "placed", payment_status: "authorized" });
    expect((await dialect.shop.orders._place(id)).number).toBe(placed.number);
  });

  it("has it placed without any event", async () => {
    const id = await shopper.fill();
    await shopper.pay(id);
    await recover(id);
    expect(await dialect.shop.orders.retrieve(id)).toMatchObject({ status: "placed" });
  });
});

describe("what happens here", () => {
  it("is seen at once through another dialect and in admin, and the other way round", async () => {
    const { office } = dialect;
    const token = dialect.backendToken;
    const id = await shopper.place();
    expect(await dialect.ask("GET", `/v2/orders/${id}`, { token })).toMatchObject({
      status: 200,
      json: { data: { id, payment: "authorized" } },
    });
    const listed = await dialect.ask("GET", `/v2/orders/${id}/transactions`, { token });
    const [transaction] = z
      .object({ data: z.array(z.object({ id: text })) })
      .parse(listed.json).data;
    const path = `/v2/orders/${id}/transactions/${transaction?.id}/capture`;
    expect(await dialect.ask("POST", path, { token })).toMatchObject({ status: 200 });
    expect(await office.orders.retrieve(id)).toMatchObject({ payment_status: "paid" });
    await office.orders._refund(id);
    expect(await dialect.ask("GET", `/v2/orders/${id}`, { token })).toMatchObject({
      json: { data: { payment: "refunded" } },
    });
    expect(await findOrder(id)).toMatchObject({ payment: "refunded" });
  });
});
