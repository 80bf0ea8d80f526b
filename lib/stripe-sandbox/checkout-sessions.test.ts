import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startReceiver, startSandbox, type Receiver, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startSandbox({ webhooks: [receiver.setting] });
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
});

const open = (extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  sandbox.stripe.checkout.sessions.create({
    ui_mode: "elements",
    mode: "payment",
    return_url: "http://localhost/orders/1?session={CHECKOUT_SESSION_ID}",
    line_items: [
      {
        quantity: 2,
        price_data: { currency: "usd", unit_amount: 1800, product_data: { name: "Mug" } },
      },
    ],
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: "Standard",
          fixed_amount: { amount: 500, currency: "usd" },
        },
      },
    ],
    payment_intent_data: { metadata: { order: "1" } },
    client_reference_id: "1",
    ...extra,
  });

const card = async (number: string) => {
  const { body } = await sandbox.browser("POST", "/v1/payment_methods", {
    type: "card",
    "card[number]": number,
    "card[exp_month]": "12",
    "card[exp_year]": "2034",
    "card[cvc]": "123",
    "billing_details[email]": "ada@example.com",
  });
  return String(body["id"]);
};

const confirm = async (session: Stripe.Checkout.Session, number: string) =>
  sandbox.browser("POST", `/v1/payment_pages/${session.id}/confirm`, {
    client_secret: session.client_secret ?? "",
    payment_method: await card(number),
    expected_amount: "4100",
  });

describe("checkout sessions", () => {
  it("has no intent until it is confirmed, then is complete and paid", async () => {
    const session = await open();
    expect(session).toMatchObject({
      amount_total: 4100,
      payment_intent: null,
      status: "open",
      url: null,
    });
    receiver.received.length = 0;
    const answer = await confirm(session, "4242424242424242");
    expect(answer.status).toBe(200);
    const after = await sandbox.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent", "line_items"],
    });
    expect(after).toMatchObject({
      status: "complete",
      payment_status: "paid",
      payment_intent: { status: "succeeded", amount: 4100, metadata: { order: "1" } },
      line_items: { data: [{ description: "Mug", amount_total: 3600, quantity: 2 }] },
      customer_details: { email: "ada@example.com" },
    });
    await receiver.atLeast(4);
    expect(receiver.types()).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
    const last = receiver.received[3];
    const event = sandbox.stripe.webhooks.constructEvent(
      last?.payload ?? "",
      last?.signature ?? "",
      "whsec_test",
    );
    expect(event.data.object).toMatchObject({ id: session.id, payment_status: "paid" });
  });

  it("stays open after a decline, and takes another card", async () => {
    const session = await open();
    const refused = await confirm(session, "4000000000000002");
    expect(refused.status).toBe(402);
    expect(refused.body["error"]).toMatchObject({ type: "card_error", code: "card_declined" });
    const page = await sandbox.browser("GET", `/v1/payment_pages/${session.id}`);
    expect(page.body["last_payment_error"]).toMatchObject({ decline_code: "generic_decline" });
    expect((await confirm(session, "4242424242424242")).status).toBe(200);
    const after = await sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(after.payment_status).toBe("paid");
  });

  it("completes by itself after a challenge, even with the shop's page closed", async () => {
    const session = await open();
    const { body } = await confirm(session, "4000002500003155");
    const intent = body["payment_intent"];
    expect(intent).toMatchObject({
      status: "requires_action",
      next_action: { type: "use_stripe_sdk" },
    });
    const next = JSON.stringify(intent);
    const id = /"source":"(\w+)"\},?/.exec(next)?.[1] ?? "";
    const done = await sandbox.raw(`/challenge/${id}?embedded=1`, {
      method: "POST",
      body: new URLSearchParams({ outcome: "complete" }),
    });
    expect(done.status).toBe(200);
    const after = await sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(after).toMatchObject({ status: "complete", payment_status: "paid" });
  });

  it("a manual capture completes unpaid and is paid once captured", async () => {
    const session = await open({ payment_intent_data: { capture_method: "manual" } });
    await confirm(session, "4242424242424242");
    const held = await sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(held).toMatchObject({ status: "complete", payment_status: "unpaid" });
    await sandbox.stripe.paymentIntents.capture(String(held.payment_intent));
    const paid = await sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(paid.payment_status).toBe("paid");
  });

  it("expires on demand and cannot be confirmed then", async () => {
    const session = await open();
    const expired = await sandbox.stripe.checkout.sessions.expire(session.id);
    expect(expired.status).toBe("expired");
    expect((await confirm(session, "4242424242424242")).status).toBe(400);
  });

  it("refuses what its ui_mode does not take", async () => {
    await expect(open({ success_url: "http://localhost/ok" })).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      param: "success_url",
    });
  });
});

describe("a sandbox whose clock was moved ahead", () => {
  it("still opens sessions for stores that count from the time of day, for as long as they mean", async () => {
    const { clock } = sandbox.world;
    await sandbox.world.advanceTo(clock.nowMs() + 7 * 86_400_000);
    const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

    const session = await open({ expires_at: inMinutes(35) });

    const lives = session.expires_at - session.created;
    expect(Math.abs(lives - 35 * 60)).toBeLessThanOrEqual(2);
    await expect(open({ expires_at: inMinutes(20) })).rejects.toMatchObject({
      param: "expires_at",
    });
  });
});
