import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const item = (unit_amount: number) => ({
  quantity: 1,
  price_data: { currency: "usd", unit_amount, product_data: { name: "Mug" } },
});

const open = (ui_mode: Stripe.Checkout.SessionCreateParams.UiMode = "elements") =>
  sandbox.stripe.checkout.sessions.create({
    ui_mode,
    mode: "payment",
    ...(ui_mode === "hosted_page"
      ? { success_url: "http://localhost/" }
      : { return_url: "http://localhost/" }),
    customer_email: "ada@example.com",
    line_items: [item(4700)],
    payment_intent_data: { metadata: { order: "1" } },
  });

const update = (session: { id: string }, rest: Stripe.Checkout.SessionUpdateParams = {}) =>
  sandbox.stripe.checkout.sessions.update(session.id, {
    line_items: [item(4300)],
    metadata: { change: "2" },
    payment_intent_data: { metadata: { change: "2" } },
    ...rest,
  });

async function confirm(session: Stripe.Checkout.Session, number: string, expected: number) {
  const { body } = await sandbox.browser("POST", "/v1/payment_methods", {
    type: "card",
    "card[number]": number,
    "card[exp_month]": "12",
    "card[exp_year]": "2034",
    "card[cvc]": "123",
  });
  return sandbox.browser("POST", `/v1/payment_pages/${session.id}/confirm`, {
    client_secret: session.client_secret ?? "",
    payment_method: String(body["id"]),
    expected_amount: String(expected),
  });
}

const intentOf = async (session: { id: string }) => {
  const expand = ["payment_intent"];
  const found = await sandbox.stripe.checkout.sessions.retrieve(session.id, { expand });
  if (typeof found.payment_intent !== "object") throw new Error("It was not expanded.");
  return { session: found, intent: found.payment_intent };
};

describe("an update of an open session", () => {
  it("changes total, lines and marks at once; who saw the old total is refused", async () => {
    const session = await open();
    const updated = await update(session);
    expect(updated).toMatchObject({ amount_total: 4300, metadata: { change: "2" } });
    const old = await confirm(session, "4242424242424242", 4700);
    expect(old.body).toMatchObject({ error: { code: "checkout_amount_mismatch" } });
    await confirm(session, "4242424242424242", 4300);
    expect((await intentOf(session)).intent).toMatchObject({
      status: "succeeded",
      amount_received: 4300,
      metadata: { order: "1", change: "2" },
    });
  });

  it("gives one answer for one key", async () => {
    const session = await open();
    const { sessions } = sandbox.stripe.checkout;
    const ask = (amount: number) =>
      sessions.update(session.id, { line_items: [item(amount)] }, { idempotencyKey: session.id });
    await ask(4300);
    await update(session, { line_items: [item(5000)] });
    expect(await ask(4300)).toMatchObject({ amount_total: 4300 });
    expect(await sessions.retrieve(session.id)).toMatchObject({ amount_total: 5000 });
    await expect(ask(4400)).rejects.toMatchObject({ type: "StripeIdempotencyError" });
  });

  it("abandons an attempt that waits for the shopper's bank", async () => {
    const session = await open();
    await confirm(session, "4000002500003155", 4700);
    expect((await intentOf(session)).intent).toMatchObject({ status: "requires_action" });
    await update(session);
    const after = await intentOf(session);
    expect(after.intent).toMatchObject({ status: "requires_payment_method", next_action: null });
    expect(after.session).toMatchObject({ status: "open", amount_total: 4300 });
    await confirm(session, "4242424242424242", 4300);
    expect((await intentOf(session)).intent).toMatchObject({ amount_received: 4300 });
  });

  it("is refused as a whole once it is paid or over", async () => {
    const paid = await open();
    await confirm(paid, "4242424242424242", 4700);
    await expect(update(paid)).rejects.toMatchObject({ statusCode: 400 });
    expect(await intentOf(paid)).toMatchObject({
      session: { amount_total: 4700, metadata: {} },
      intent: { metadata: { order: "1" } },
    });
    const over = await open();
    await sandbox.stripe.checkout.sessions.expire(over.id);
    await expect(update(over)).rejects.toMatchObject({ statusCode: 400 });
  });

  it.each(["hosted_page", "embedded_page"] as const)("is refused on Stripe's %s", async (mode) => {
    const session = await open(mode);
    await expect(update(session)).rejects.toMatchObject({ param: "line_items" });
    const metadata = { note: "kept" };
    const { sessions } = sandbox.stripe.checkout;
    expect(await sessions.update(session.id, { metadata })).toMatchObject({ metadata });
  });
});
