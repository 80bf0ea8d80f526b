import { beforeAll, describe, expect, it } from "vitest";
import { findOrderPayments } from "@/lib/payments/queries";
import { curl, sdk, states } from "./elastic-path-examples";
import { addGoods, placeOrder, startDialect, withId, type Goods } from "./elastic-path-fixture";

/**
 * Every example of `elastic-path-stripe-connect.md`, as it is written there but for the host and the ids. `curl -d`
 * sends JSON as a form, and one example has a comma too many: both are kept.
 */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

describe("Stripe Connect", () => {
  it("curl: purchases with 3-D Secure, confirms, and is refunded", async () => {
    const orderId = await placeOrder(dialect, goods.lamp);
    const { status, json } = await curl(
      dialect,
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
    expect(await states(dialect, orderId)).toEqual(["incomplete", "unpaid"]);

    const { id } = withId.parse(json).data;
    const path = `/v2/orders/${orderId}/transactions/${id}`;
    const early = await curl(
      dialect,
      `${path}/confirm`,
      dialect.shopper,
      `{\n        "data": {\n        }\n      }`,
    );
    expect(early.json).toMatchObject({ data: { status: "pending" } });

    await completeChallenge(orderId);
    const confirmed = await curl(
      dialect,
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
    expect(await states(dialect, orderId)).toEqual(["complete", "paid"]);

    const refunded = await curl(
      dialect,
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
    expect(await states(dialect, orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: purchases with 3-D Secure", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk(dialect, { client_id: "demo-storefront" });
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
    expect(await states(dialect, orderId)).toEqual(["processing", "authorized"]);
    const { status, json } = await curl(
      dialect,
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
      dialect,
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
