import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
let till: Stripe.Terminal.Reader;
beforeAll(async () => {
  sandbox = await startSandbox();
  till = await sandbox.stripe.terminal.readers.create({ registration_code: "simulated-wpe" });
});
afterAll(() => sandbox.stop());

const intent = (extra: object = {}) =>
  sandbox.stripe.paymentIntents.create({
    amount: 1299,
    currency: "usd",
    allowed_payment_method_types: ["card_present"],
    ...extra,
  });
const readers = () => sandbox.stripe.terminal.readers;
const helpers = () => sandbox.stripe.testHelpers.terminal.readers;
const control = (path: string, body: object) =>
  sandbox.raw(`/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("a server-driven reader", () => {
  it("adds a tip, and another tip when the first card was refused", async () => {
    const { id } = await intent();
    await readers().processPaymentIntent(till.id, { payment_intent: id });
    const refused = await helpers().presentPaymentMethod(till.id, {
      amount_tip: 200,
      card_present: { number: "4000000000009995" },
    });
    expect(refused.action).toMatchObject({
      status: "failed",
      failure_code: "card_declined",
      api_error: { type: "card_error", decline_code: "insufficient_funds" },
    });
    await readers().processPaymentIntent(till.id, { payment_intent: id });
    await helpers().presentPaymentMethod(till.id, { amount_tip: 150 });
    expect(await sandbox.stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: "succeeded",
      amount: 1449,
      amount_details: { tip: { amount: 150 } },
    });
  });

  it("skips the tip when it was told to", async () => {
    const { id } = await intent();
    const process_config = { skip_tipping: true };
    const busy = await readers().processPaymentIntent(till.id, {
      payment_intent: id,
      process_config,
    });
    expect(busy.action?.process_payment_intent).toMatchObject({ process_config });
    await helpers().presentPaymentMethod(till.id, { amount_tip: 150 });
    expect((await sandbox.stripe.paymentIntents.retrieve(id)).amount).toBe(1299);
  });

  it("answers with the refund, the generated card and the collected method", async () => {
    const { id } = await intent();
    await readers().collectPaymentMethod(till.id, { payment_intent: id });
    const read = await helpers().presentPaymentMethod(till.id);
    expect(read.action?.collect_payment_method?.payment_method).toMatchObject({
      card_present: { last4: "4242" },
    });
    await readers().confirmPaymentIntent(till.id, { payment_intent: id });
    await readers().refundPayment(till.id, { payment_intent: id, amount: 300 });
    const refunded = await helpers().presentPaymentMethod(till.id);
    expect(refunded.action?.refund_payment?.refund).toMatch(/^re_/);
    const setup = await sandbox.stripe.setupIntents.create({
      allowed_payment_method_types: ["card_present"],
    });
    const wanted = { setup_intent: setup.id, allow_redisplay: "always" } as const;
    await readers().processSetupIntent(till.id, wanted);
    const saved = await helpers().presentPaymentMethod(till.id);
    expect(saved.action?.process_setup_intent?.generated_card).toMatch(/^pm_/);
    await expect(readers().processSetupIntent(till.id, wanted)).rejects.toMatchObject({
      code: "intent_invalid_state",
    });
  });

  it("collects inputs, skips those it may, and times out", async () => {
    const inputs: Stripe.Terminal.ReaderCollectInputsParams.Input[] = [
      {
        type: "selection",
        custom_text: { title: "Bag?" },
        required: true,
        selection: { choices: [{ id: "yes", text: "Yes" }] },
      },
      {
        type: "email",
        custom_text: { title: "Receipt" },
        toggles: [{ title: "News", default_value: "enabled" }],
      },
    ];
    await readers().collectInputs(till.id, { inputs });
    const done = await helpers().succeedInputCollection(till.id, {
      skip_non_required_inputs: "all",
    });
    expect(done.action?.collect_inputs?.inputs).toMatchObject([
      { selection: { id: "yes", text: "Yes" }, skipped: false },
      { skipped: true },
    ]);
    await readers().collectInputs(till.id, { inputs });
    await helpers().succeedInputCollection(till.id);
    const answered = await readers().retrieve(till.id);
    expect(Object(answered).action.collect_inputs.inputs[1]).toMatchObject({
      email: { value: "shopper@example.com" },
      toggles: [{ value: "enabled" }],
    });
    await readers().collectInputs(till.id, { inputs });
    const late = await helpers().timeoutInputCollection(till.id);
    expect(late.action?.failure_code).toBe("customer_timeout");
    await expect(helpers().timeoutInputCollection(till.id)).rejects.toThrow("not collecting");
  });

  it("is off, unreachable or broken when a test wants it", async () => {
    const { id } = await intent();
    const ask = () => readers().processPaymentIntent(till.id, { payment_intent: id });
    await control(`readers/${till.id}`, { status: "offline" });
    await expect(ask()).rejects.toMatchObject({ code: "terminal_reader_offline" });
    expect((await readers().list({ status: "offline" })).data).toHaveLength(1);
    await control(`readers/${till.id}`, { status: "online" });
    const command = "process_*";
    await control("faults", {
      readers: [
        { command, kind: "timeout", times: 1 },
        { command, kind: "gone", times: 1 },
        { command, kind: "busy", times: 1 },
      ],
    });
    for (const code of [
      "terminal_reader_timeout",
      "terminal_reader_hardware_fault",
      "terminal_reader_busy",
    ]) {
      await expect(ask()).rejects.toMatchObject({ type: "StripeInvalidRequestError", code });
    }
    expect((await ask()).action?.status).toBe("in_progress");
    expect(await readers().cancelAction(till.id)).toMatchObject({ action: null });
  });
});
