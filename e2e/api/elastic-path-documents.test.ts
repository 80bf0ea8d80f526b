import { gateway as MoltinGateway, MemoryStorageFactory } from "@moltin/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findOrderPayments } from "@/lib/payments/queries";
import { addGoods, placeOrder, startDialect, withId, type Goods } from "./elastic-path-fixture";

/**
 * Every example of the two documents that say what this dialect is for, as it is written there but for the
 * host and the ids. `curl -d` sends JSON as a form, and one example has a comma too many: both are kept.
 */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

/** What `curl -X POST` sends: with `-d`, and no other word about it, a form. */
function curl(path: string, token: string, data?: string, contentType?: string) {
  const type =
    contentType ?? (data === undefined ? undefined : "application/x-www-form-urlencoded");
  return dialect.ask("POST", path, {
    token,
    body: data,
    headers: type === undefined ? {} : { "Content-Type": type },
  });
}

/** `host` and `protocol` lead to us; everything else is the client's own doing. */
function sdk(client: { client_id: string; client_secret?: string }) {
  const options = {
    ...client,
    host: dialect.host,
    protocol: "http",
    storage: new MemoryStorageFactory(),
    custom_fetch: fetch,
    retryDelay: 10,
    retryJitter: 1,
  };
  return MoltinGateway(options);
}

const orderStates = z.object({ data: z.object({ status: z.string(), payment: z.string() }) });

async function states(orderId: string) {
  const { data } = await dialect.read(orderStates, "GET", `/v2/orders/${orderId}`);
  return [data.status, data.payment];
}

describe("Stripe tokens and sources, and manual payments", () => {
  it("curl: pays with a token", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const { status, json } = await curl(
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      `{
  "data": {
    "gateway": "stripe",
    "method": "purchase",
    "payment": "tok_visa"
  }
}`,
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: {
        type: "transaction",
        gateway: "stripe",
        amount: 1800,
        "transaction-type": "purchase",
        transaction_type: "purchase",
        status: "complete",
      },
    });
    expect(await states(orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: pays with a token", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk({ client_id: "demo-storefront" });
    await Moltin.Orders.Payment(orderId, {
      gateway: "stripe",
      method: "purchase",
      payment: "tok_visa",
    });
    expect(await states(orderId)).toEqual(["complete", "paid"]);
  });

  it("curl: authorizes offline, with a comma too many, and captures", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const { status, json } = await curl(
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      `{
  "data": {
    "gateway": "manual",
    "method": "authorize",
  }
}`,
    );
    expect(status).toBe(200);
    expect(await states(orderId)).toEqual(["processing", "authorized"]);

    const { id } = withId.parse(json).data;
    const capture = `/v2/orders/${orderId}/transactions/${id}/capture`;
    const refused = await curl(capture, dialect.shopper);
    expect(refused.status).toBe(403);
    expect(await states(orderId)).toEqual(["processing", "authorized"]);

    const captured = await curl(capture, dialect.backend);
    expect(captured.status).toBe(200);
    expect(captured.json).toMatchObject({
      data: { id, transaction_type: "capture", status: "complete" },
    });
    expect(await states(orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: authorizes offline", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk({ client_id: "demo-storefront" });
    await Moltin.Orders.Payment(orderId, {
      gateway: "manual",
      method: "authorize",
    });
    expect(await states(orderId)).toEqual(["processing", "authorized"]);
  });
});

describe("Stripe Connect", () => {
  it("curl: purchases with 3-D Secure, confirms, and is refunded", async () => {
    const orderId = await placeOrder(dialect, goods.lamp);
    const { status, json } = await curl(
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      `{
        "data": {
          "gateway": "stripe_connect",
          "method": "purchase",
          "amount": 5499,
          "payment": "pm_card_threeDSecureRequired",
          "options": {
            "receipt_email": "john@example.com"
          }
        }
      }`,
      "application/json",
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: {
        type: "transaction",
        reference: expect.stringMatching(/^pi_/),
        gateway: "stripe_connect",
        amount: 5499,
        refunded_amount: 0,
        currency: "USD",
        "transaction-type": "purchase",
        transaction_type: "purchase",
        status: "pending",
        relationships: { order: { data: { type: "order", id: orderId } } },
        meta: {
          display_price: { amount: 5499, currency: "USD", formatted: "$54.99" },
          created_at: expect.any(String),
          timestamps: { created_at: expect.any(String), updated_at: expect.any(String) },
        },
        client_parameters: {
          token: expect.stringMatching(/^pi_/),
          secret: expect.stringMatching(/^pi_\w+_secret_/),
        },
        payment_intent: { client_secret: expect.stringMatching(/^pi_\w+_secret_/) },
      },
    });
    expect(await states(orderId)).toEqual(["incomplete", "unpaid"]);

    const { id } = withId.parse(json).data;
    const path = `/v2/orders/${orderId}/transactions/${id}`;
    const early = await curl(
      `${path}/confirm`,
      dialect.shopper,
      `{\n        "data": {\n        }\n      }`,
    );
    expect(early.json).toMatchObject({ data: { status: "pending" } });

    await completeChallenge(orderId);
    const confirmed = await curl(
      `${path}/confirm`,
      dialect.shopper,
      `{\n        "data": {\n        }\n      }`,
    );
    expect(confirmed.status).toBe(200);
    expect(confirmed.json).toMatchObject({
      data: {
        transaction_type: "purchase",
        status: "complete",
        meta: { display_refunded_amount: { total: { amount: 0, formatted: "$0.00" } } },
      },
    });
    expect(await states(orderId)).toEqual(["complete", "paid"]);

    const refunded = await curl(
      `${path}/refund`,
      dialect.backend,
      `{
     "data": {
        "amount": 1,
        "options": {
            "note_to_payer": "Test note to payer"
    }
  }
}`,
      "application/json",
    );
    expect(refunded.json).toMatchObject({
      data: {
        amount: 5499,
        refunded_amount: 1,
        refund_mechanism: "automatic",
        transaction_type: "refund",
        status: "complete",
        meta: { display_refunded_amount: { total: { amount: 1, formatted: "$0.01" } } },
      },
    });
    expect(await states(orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: purchases with 3-D Secure", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk({ client_id: "demo-storefront" });
    const payment = {
      gateway: "stripe_connect",
      method: "purchase",
      payment: "pm_card_threeDSecureRequired",
    } as const;
    const { data } = await Moltin.Orders.Payment(orderId, payment);
    expect(data).toMatchObject({ status: "pending", gateway: "stripe_connect" });
  });

  it("curl: captures an authorization, with a content type and no body", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const body = {
      data: { gateway: "stripe_connect", method: "authorize", payment: "pm_card_visa" },
    };
    const { data } = await dialect.read(withId, "POST", `/v2/orders/${orderId}/payments`, { body });
    expect(await states(orderId)).toEqual(["processing", "authorized"]);
    const { status, json } = await curl(
      `/v2/orders/${orderId}/transactions/${data.id}/capture`,
      dialect.backend,
      undefined,
      "application/json",
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({ data: { transaction_type: "capture", status: "complete" } });
  });

  it("curl, copied with its stray dollar sign, is told that this is no JSON", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const { status, json } = await curl(
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      "$",
      "application/json",
    );
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ status: 400, title: "Bad Request" }] });
  });
});

/** What the shopper does on the bank's page. */
async function completeChallenge(orderId: string): Promise<void> {
  const order = await findOrderPayments(orderId);
  const intent = order?.payments[0]?.gatewayRef;
  const response = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${intent}`, {
    headers: {
      Authorization: "Bearer sk_test_sandbox",
      "Stripe-Account": dialect.sandbox.account,
    },
  });
  const challenge = JSON.stringify(await response.json()).match(/\/challenge\/(\w+)/)?.[1];
  await fetch(`${dialect.sandbox.url}/challenge/${challenge}`, {
    method: "POST",
    body: new URLSearchParams({ outcome: "complete" }),
    redirect: "manual",
  });
}
