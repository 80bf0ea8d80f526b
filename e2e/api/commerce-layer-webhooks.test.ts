import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { teller } from "@/lib/dialects/commerce-layer/teller";
import { registerTeller } from "@/lib/outgoing-webhooks/payloads";
import { sendDeliveries } from "@/lib/outgoing-webhooks/send";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

type Told = { topic: string; signature: string; body: string };

/** A merchant's own program, which is told things. */
const receiver = { url: "", status: 200, told: [] as Told[] };

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const server = createServer((request, response) => {
  void read(request).then((body) => {
    const header = (name: string) => String(request.headers[name]);
    const topic = header("x-commercelayer-topic");
    receiver.told.push({ topic, signature: header("x-commercelayer-signature"), body });
    response.writeHead(receiver.status).end("thanks");
  });
});

beforeAll(async () => {
  goods = await addGoods();
  registerTeller("commerce_layer", async () => teller);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  receiver.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/told`;
});
afterAll(() => server.close());

beforeEach(async () => {
  const db = await database();
  await db.outgoingWebhook.deleteMany();
  receiver.told = [];
  receiver.status = 200;
});

async function tell(): Promise<void> {
  while ((await sendDeliveries()) > 0);
}

/** Time passes, until everything that waits for its next try is due. */
async function later(): Promise<void> {
  const db = await database();
  await db.$executeRaw`UPDATE outgoing_deliveries SET next_try_at = now() WHERE next_try_at IS NOT NULL`;
  await tell();
}

const wait = (topic: string, more: object = {}) =>
  dialect.office.webhooks.create({ topic, callback_url: receiver.url, ...more });

describe("a program that wants to be told", () => {
  it("is told what it asked for, signed, with what it wants included", async () => {
    const include = ["customer", "line_items.sku"];
    const webhook = await wait("orders.place", { name: "place", include_resources: include });
    expect(webhook).toMatchObject({ circuit_state: "closed", circuit_failure_count: 0 });
    const id = await shopper.place();
    await tell();
    expect(receiver.told).toHaveLength(1);
    const { topic, signature, body } = receiver.told[0] ?? { topic: "", signature: "", body: "" };
    expect(topic).toBe("orders.place");
    const secret = z.string().parse(webhook.shared_secret);
    expect(signature).toBe(createHmac("sha256", secret).update(body).digest("base64"));
    expect(JSON.parse(body)).toMatchObject({
      data: { id, type: "orders", attributes: { status: "placed", total_amount_cents: total } },
      included: expect.arrayContaining([
        expect.objectContaining({ type: "customers" }),
        expect.objectContaining({ type: "skus" }),
      ]),
    });
    const [callback] = await dialect.office.webhooks.last_event_callbacks(webhook.id);
    expect(callback).toMatchObject({
      response_code: "200",
      response_message: "thanks",
      callback_url: receiver.url,
      payload: { data: { id } },
    });
  });

  it("is told of money in the order in which it moved", async () => {
    const { office } = dialect;
    for (const topic of ["orders.pay", "orders.refund", "captures.succeeded", "refunds.create"]) {
      await wait(topic);
    }
    const id = await shopper.place();
    await office.orders._capture(id);
    await office.orders._refund(id);
    await tell();
    expect(receiver.told.map(({ topic }) => topic).toSorted()).toEqual([
      "captures.succeeded",
      "orders.pay",
      "orders.refund",
      "refunds.create",
    ]);
  });

  it("is told again until it answers, with the same words, and in the right order", async () => {
    const webhook = await wait("orders.refund");
    const id = await shopper.place();
    await dialect.office.orders._capture(id);
    receiver.status = 500;
    const [capture] = await dialect.office.orders.captures(id);
    const half = { _refund: true, _refund_amount_cents: 100 };
    const captureId = z.string().parse(capture?.id);
    await dialect.office.captures.update({ id: captureId, ...half });
    await tell();
    await dialect.office.orders._refund(id);
    // The second one waits for the first.
    await tell();
    expect(receiver.told).toHaveLength(1);
    expect(await dialect.office.webhooks.retrieve(webhook.id)).toMatchObject({
      circuit_failure_count: 1,
    });
    receiver.status = 200;
    await later();
    const statuses = receiver.told.map(
      ({ body }) => JSON.parse(body).data.attributes.payment_status,
    );
    expect(statuses).toEqual(["partially_refunded", "partially_refunded", "refunded"]);
    expect(receiver.told[0]?.body).toBe(receiver.told[1]?.body);
    expect(await dialect.office.webhooks.retrieve(webhook.id)).toMatchObject({
      circuit_failure_count: 0,
    });
  });

  it("is left alone after thirty failures, until somebody says so", async () => {
    const { office } = dialect;
    const { id } = await wait("customers.create");
    receiver.status = 503;
    for (let i = 0; i < 30; i += 1) await office.customers.create({ email: `c${i}@example.com` });
    await tell();
    expect(await office.webhooks.retrieve(id)).toMatchObject({ circuit_state: "open" });
    const before = receiver.told.length;
    receiver.status = 200;
    await later();
    expect(receiver.told).toHaveLength(before);
    expect(await office.webhooks._reset_circuit(id)).toMatchObject({ circuit_state: "closed" });
    await later();
    const people = receiver.told
      .slice(before)
      .map(({ body }) => JSON.parse(body).data.attributes.email);
    expect(new Set(people).size).toBe(30);
  });

  it("is not told while it is switched off", async () => {
    const { id } = await wait("customers.create");
    await dialect.office.webhooks._disable(id);
    await dialect.office.customers.create({ email: "quiet@example.com" });
    await dialect.office.webhooks._enable(id);
    await tell();
    expect(receiver.told).toEqual([]);
  });

  it("is told nothing of what was rolled back", async () => {
    await wait("customers.create");
    const db = await database();
    const undone = db.$transaction(async (tx) => {
      await tx.customer.create({ data: { email: "undone@example.com" } });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    await tell();
    expect(receiver.told).toEqual([]);
  });

  it.each([
    { what: "a topic that there is not", given: { topic: "orders.sing" }, field: "topic" },
    { what: "an address that is none", given: { callback_url: "nowhere" }, field: "callback_url" },
    {
      what: "an include that leads nowhere",
      given: { include_resources: ["customer.cats"] },
      field: "include_resources",
    },
  ])("is refused $what", async ({ given, field }) => {
    await expect(wait("orders.place", given)).rejects.toMatchObject({
      status: 422,
      errors: [{ source: { pointer: `/data/attributes/${field}` } }],
    });
  });

  it("has to be an integration", async () => {
    const { shop } = dialect;
    const ask = { topic: "orders.place", callback_url: receiver.url };
    await expect(shop.webhooks.create(ask)).rejects.toMatchObject({ status: 401 });
  });
});
