import type Stripe from "stripe";
import type { TestSandbox } from "../../testing";
import { pay, type Recording } from "./common";

export async function withoutIntent(stripe: Stripe): Promise<void> {
  const held = await stripe.charges.create({
    amount: 900,
    currency: "usd",
    source: "tok_visa",
    capture: false,
  });
  await stripe.charges.capture(held.id);
  const source = await stripe.sources.create({ type: "card", token: "tok_visa" });
  await stripe.sources.update(source.id, { metadata: { a: "1" } });
  await stripe.sources.retrieve(source.id);
  await stripe.charges.create({ amount: 900, currency: "usd", source: source.id });
  const query = "created>0";
  await stripe.charges.search({ query, limit: 3 });
  await stripe.paymentIntents.search({ query, limit: 3 });
  await stripe.customers.search({ query });
  await stripe.products.search({ query });
  await stripe.prices.search({ query });
}

export async function otherMethods(stripe: Stripe): Promise<void> {
  const billing_details = { name: "Ada", email: "ada@example.com" };
  const methods: [string, object][] = [
    ["eur", { type: "sepa_debit", sepa_debit: { iban: "AT321904300235473204" } }],
    [
      "aud",
      {
        type: "au_becs_debit",
        au_becs_debit: { account_number: "900123456", bsb_number: "000000" },
      },
    ],
    ["brl", { type: "boleto", boleto: { tax_id: "00000000000" } }],
    ["mxn", { type: "oxxo" }],
    ["usd", { type: "alipay" }],
    ["eur", { type: "ideal" }],
    ["eur", { type: "bancontact" }],
    ["eur", { type: "eps" }],
    ["pln", { type: "p24" }],
    ["pln", { type: "blik" }],
    ["gbp", { type: "pay_by_bank" }],
  ];
  for (const [currency, data] of methods) {
    const payment_method_data = { billing_details, ...data };
    await pay(stripe, "", { payment_method: undefined, currency, payment_method_data });
  }
}

export async function challenged(
  sandbox: TestSandbox,
  { stripe, asBrowser }: Recording,
): Promise<void> {
  for (const outcome of ["complete", "fail"]) {
    const waiting = await pay(stripe, "pm_card_authenticationRequired", { use_stripe_sdk: true });
    const id = String(waiting.next_action?.use_stripe_sdk?.["source"]);
    await asBrowser("GET", `/v1/challenges/${id}`, {});
    await sandbox.raw(`/challenge/${id}`, {
      method: "POST",
      body: new URLSearchParams({ outcome }),
      redirect: "manual",
    });
    await stripe.paymentIntents.retrieve(waiting.id);
  }
}

export async function verified(stripe: Stripe): Promise<void> {
  const us_bank_account = { verification_method: "microdeposits" };
  const options = { payment_method_options: { us_bank_account } };
  const payment = await pay(stripe, "pm_usBankAccount_success", options);
  await stripe.paymentIntents.verifyMicrodeposits(payment.id, { amounts: [32, 45] });
  const setup = await stripe.setupIntents.create({
    confirm: true,
    payment_method: "pm_usBankAccount_success",
    return_url: "http://localhost",
    payment_method_options: { us_bank_account: { verification_method: "microdeposits" } },
  });
  await stripe.setupIntents.verifyMicrodeposits(setup.id, { descriptor_code: "SM11AA" });
}

/** What was paid with paper is refunded to an account that the shopper names. */
export async function paperRefund(sandbox: TestSandbox, stripe: Stripe): Promise<void> {
  const billing_details = { name: "Ada", email: "ada@example.com" };
  const boleto = { type: "boleto", boleto: { tax_id: "00000000000" }, billing_details };
  const given = { payment_method: undefined, currency: "brl", payment_method_data: boleto };
  const waiting = await pay(stripe, "", given);
  const voucher = waiting.next_action?.boleto_display_details?.hosted_voucher_url ?? "";
  await sandbox.raw(new URL(voucher).pathname, {
    method: "POST",
    body: new URLSearchParams({ outcome: "complete" }),
    redirect: "manual",
  });
  const refund = await stripe.refunds.create({ payment_intent: waiting.id, amount: 100 });
  await stripe.refunds.cancel(refund.id);
}
