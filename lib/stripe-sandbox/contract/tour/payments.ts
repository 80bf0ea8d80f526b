import { challenged, otherMethods, paperRefund, verified, withoutIntent } from "./other-payments";
import type Stripe from "stripe";
import type { TestSandbox } from "../../testing";
import { advance, idIn, page, pay, type Recording } from "./common";

export async function payments(
  sandbox: TestSandbox,
  recording: Recording,
  customer: Stripe.Customer,
): Promise<void> {
  const { stripe } = recording;
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "usd",
    customer: customer.id,
  });
  await stripe.paymentIntents.update(intent.id, { description: "Order 1" });
  await stripe.paymentIntents.confirm(intent.id, {
    payment_method: "pm_card_visa",
    return_url: "http://localhost",
    setup_future_usage: "off_session",
    expand: [
      "latest_charge.balance_transaction",
      "latest_charge.refunds",
      "customer",
      "payment_method",
    ],
  });
  await stripe.paymentIntents.retrieve(intent.id);
  await stripe.paymentIntents.list(page);
  await holds(stripe);
  await refunds(stripe);
  await withoutIntent(stripe);
  await otherMethods(stripe);
  await challenged(sandbox, recording);
  await verified(stripe);
  await paperRefund(sandbox, stripe);
  await confirmationTokens(recording);
  await advance(sandbox, 400);
  await stripe.balance.retrieve();
  const entries = await stripe.balanceTransactions.list(page);
  await stripe.balanceTransactions.retrieve(entries.data[0]?.id ?? "");
  await stripe.rawRequest("GET", "/v1/balance/history");
}

async function holds(stripe: Stripe): Promise<void> {
  const options = {
    card: {
      request_multicapture: "if_available",
      request_incremental_authorization: "if_available",
    },
  };
  const held = await pay(stripe, "pm_card_visa", {
    capture_method: "manual",
    payment_method_options: options,
  });
  await stripe.paymentIntents.incrementAuthorization(held.id, { amount: 6000 });
  await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1000, final_capture: false });
  await stripe.paymentIntents.capture(held.id);
  await stripe.paymentIntents.cancel(
    (await pay(stripe, "pm_card_visa", { capture_method: "manual" })).id,
  );
}

async function refunds(stripe: Stripe): Promise<void> {
  const paid = await pay(stripe, "pm_card_visa");
  const charge = String(paid.latest_charge);
  await stripe.charges.retrieve(charge, { expand: ["refunds", "payment_intent"] });
  await stripe.charges.update(charge, { description: "Changed" });
  await stripe.charges.list(page);
  const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 1000 });
  await stripe.refunds.update(refund.id, { metadata: { a: "1" } });
  await stripe.refunds.retrieve(refund.id, { expand: ["charge", "balance_transaction"] });
  await stripe.refunds.list(page);
  await stripe.rawRequest("GET", `/v1/charges/${charge}/refunds`);
  await stripe.rawRequest("POST", `/v1/charges/${charge}/refunds`, { amount: 100 });
  await stripe.rawRequest("POST", `/v1/charges/${charge}/refund`, { amount: 100 });
  await Promise.allSettled([
    pay(stripe, "pm_card_chargeDeclined"),
    pay(stripe, "pm_card_pendingRefund").then(({ id }) =>
      stripe.refunds.create({ payment_intent: id }),
    ),
    pay(stripe, "pm_card_refundFail").then(({ id }) =>
      stripe.refunds.create({ payment_intent: id }),
    ),
    pay(stripe, "pm_usBankAccount_success"),
    pay(stripe, "pm_usBankAccount_insufficientFunds"),
  ]);
}

async function confirmationTokens({ stripe, asBrowser }: Recording): Promise<void> {
  const token = await asBrowser("POST", "/v1/confirmation_tokens", {
    "payment_method_data[type]": "card",
    "payment_method_data[card][number]": "4242424242424242",
    "payment_method_data[card][exp_month]": "12",
    "payment_method_data[card][exp_year]": "2034",
    return_url: "http://localhost",
  });
  await stripe.confirmationTokens.retrieve(idIn(token));
  await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  const byToken = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  await stripe.paymentIntents.confirm(byToken.id, { confirmation_token: idIn(token) });
}
