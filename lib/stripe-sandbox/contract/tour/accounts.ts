import type Stripe from "stripe";
import { page, pay, type Recording } from "./common";

export async function disputes(stripe: Stripe): Promise<void> {
  for (const name of [
    "createDispute",
    "createDisputeInquiry",
    "createIssuerFraudRecord",
    "createDisputeProductNotReceived",
  ]) {
    await pay(stripe, `pm_card_${name}`);
  }
  const { data } = await stripe.disputes.list(page);
  const [first, second] = data;
  await stripe.disputes.retrieve(first?.id ?? "", { expand: ["charge"] });
  await stripe.disputes.update(first?.id ?? "", {
    evidence: { uncategorized_text: "winning_evidence" },
  });
  await stripe.disputes.close(second?.id ?? "");
}

export async function accounts(stripe: Stripe): Promise<void> {
  const account = await stripe.accounts.create({ type: "express", country: "US" });
  await stripe.accounts.update(account.id, { metadata: { a: "1" } });
  await stripe.accounts.retrieve(account.id);
  await stripe.rawRequest("GET", "/v1/account");
  await stripe.accountLinks.create({
    account: account.id,
    type: "account_onboarding",
    refresh_url: "http://localhost/again",
    return_url: "http://localhost/done",
  });
  await stripe.accounts.list(page);
  const shared = await pay(stripe, "pm_card_visa", {
    transfer_data: { destination: account.id },
    application_fee_amount: 500,
  });
  const transfers = await stripe.transfers.list({ destination: account.id });
  await moneyBack(stripe, account.id, transfers.data[0]?.id ?? "", shared.id);
  await stripe.paymentIntents.retrieve(shared.id, { expand: ["latest_charge.transfer"] });
  const direct = { stripeAccount: account.id };
  await stripe.paymentIntents.create(
    {
      amount: 4000,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://localhost",
      application_fee_amount: 200,
    },
    direct,
  );
  const fees = await stripe.applicationFees.list();
  const fee = fees.data[0]?.id ?? "";
  await stripe.applicationFees.retrieve(fee);
  const back = await stripe.applicationFees.createRefund(fee, { amount: 50 });
  await stripe.applicationFees.updateRefund(fee, back.id, { metadata: { a: "1" } });
  await stripe.applicationFees.retrieveRefund(fee, back.id, { expand: ["fee"] });
  await stripe.applicationFees.listRefunds(fee);
  await stripe.accounts.del((await stripe.accounts.create({ type: "standard" })).id);
}

async function moneyBack(
  stripe: Stripe,
  destination: string,
  share: string,
  payment_intent: string,
): Promise<void> {
  await stripe.transfers.retrieve(share);
  const reversal = await stripe.transfers.createReversal(share, { amount: 100 });
  await stripe.transfers.updateReversal(share, reversal.id, { metadata: { a: "1" } });
  await stripe.transfers.retrieveReversal(share, reversal.id, { expand: ["transfer"] });
  await stripe.transfers.listReversals(share);
  const terms = { payment_intent, amount: 2000, reverse_transfer: true } as const;
  await stripe.refunds.create({
    ...terms,
    refund_application_fee: true,
    expand: ["transfer_reversal"],
  });
  const own = await stripe.transfers.create({ amount: 70, currency: "usd", destination });
  await stripe.transfers.update(own.id, { description: "A share of its own" });
}

export async function rest({ stripe }: Recording): Promise<void> {
  const hook = await stripe.webhookEndpoints.create({
    url: "http://127.0.0.1:9/hook",
    enabled_events: ["charge.succeeded"],
  });
  await stripe.webhookEndpoints.update(hook.id, { description: "Nobody listens" });
  await stripe.webhookEndpoints.retrieve(hook.id);
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.del(hook.id);
  const events = await stripe.events.list(page);
  await stripe.events.retrieve(events.data[0]?.id ?? "");
}
