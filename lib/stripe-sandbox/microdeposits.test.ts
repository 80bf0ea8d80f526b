import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const toVerify = () =>
  sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    payment_method: "pm_usBankAccount_success",
    return_url: "http://localhost",
    payment_method_options: { us_bank_account: { verification_method: "microdeposits" } },
  });

describe("microdeposits", () => {
  it("hold a payment back until the shopper has told what arrived", async () => {
    const { stripe } = sandbox;
    const { id, status, next_action } = await toVerify();
    expect(status).toBe("requires_action");
    expect(next_action?.verify_with_microdeposits?.microdeposit_type).toBe("descriptor_code");

    await expect(
      stripe.paymentIntents.verifyMicrodeposits(id, { descriptor_code: "SM99ZZ" }),
    ).rejects.toMatchObject({
      code: "payment_method_microdeposit_verification_descriptor_code_mismatch",
    });
    const verified = await stripe.paymentIntents.verifyMicrodeposits(id, { amounts: [32, 45] });
    expect(verified).toMatchObject({ status: "processing", next_action: null });
  });

  it.each([
    [{ descriptor_code: "SM33CC" }, "attempts_exceeded"],
    [{ amounts: [40, 41] }, "timeout"],
  ])("can fail for good: %o", async (told, ending) => {
    const { stripe } = sandbox;
    const { id } = await toVerify();
    const code = `payment_method_microdeposit_verification_${ending}`;
    await expect(stripe.paymentIntents.verifyMicrodeposits(id, told)).rejects.toMatchObject({
      code,
    });
    const failed = await stripe.paymentIntents.retrieve(id);
    expect(failed).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code },
    });
  });

  it("can be told on a page", async () => {
    const { id, next_action } = await toVerify();
    const url = new URL(next_action?.verify_with_microdeposits?.hosted_verification_url ?? "");
    const path = `${url.pathname}${url.search}`;
    expect(await (await sandbox.raw(path)).text()).toContain("Code on your statement");

    const tell = (descriptor_code: string) =>
      sandbox.raw(path, { method: "POST", body: new URLSearchParams({ descriptor_code }) });
    expect(await (await tell("SM00AA")).text()).toContain("does not match");
    expect(await (await tell("SM11AA")).text()).toContain("Your account is verified");
    expect((await sandbox.stripe.paymentIntents.retrieve(id)).status).toBe("processing");
  });

  it("set an account up for later", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create();
    const setup = await stripe.setupIntents.create({
      confirm: true,
      customer: customer.id,
      payment_method: "pm_usBankAccount_success",
      return_url: "http://localhost",
      payment_method_options: { us_bank_account: { verification_method: "microdeposits" } },
    });
    expect(setup.status).toBe("requires_action");
    const told = { descriptor_code: "SM11AA" };
    expect((await stripe.setupIntents.verifyMicrodeposits(setup.id, told)).status).toBe(
      "succeeded",
    );
  });
});

describe("a refund of what was paid with paper", () => {
  const refunded = async () => {
    const { stripe } = sandbox;
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: "brl",
      confirm: true,
      return_url: "http://localhost",
      payment_method_data: {
        type: "boleto",
        boleto: { tax_id: "00000000000" },
        billing_details: { name: "Ada", email: "ada@example.com" },
      },
    });
    const voucher = new URL(intent.next_action?.boleto_display_details?.hosted_voucher_url ?? "");
    await sandbox.raw(voucher.pathname, {
      method: "POST",
      body: new URLSearchParams({ outcome: "complete" }),
      redirect: "manual",
    });
    return stripe.refunds.create({ payment_intent: intent.id });
  };

  it("waits for an account of the shopper's, and can be canceled until then", async () => {
    const { stripe } = sandbox;
    const refund = await refunded();
    expect(refund).toMatchObject({
      status: "requires_action",
      next_action: { display_details: { email_sent: { email_sent_to: "ada@example.com" } } },
    });
    const canceled = await stripe.refunds.cancel(refund.id);
    expect(canceled).toMatchObject({ status: "canceled" });
    expect((await stripe.charges.retrieve(String(refund.charge))).amount_refunded).toBe(0);
  });

  it("succeeds when the shopper has named one", async () => {
    const refund = await refunded();
    const body = JSON.stringify({ advance: 200 });
    const headers = { "content-type": "application/json" };
    await sandbox.raw("/_sandbox/clock", { method: "POST", body, headers });
    expect((await sandbox.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  });
});
