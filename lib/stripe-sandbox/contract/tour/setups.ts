import type Stripe from "stripe";
import { page, type Recording } from "./common";

export async function setups(
  stripe: Stripe,
  customer: Stripe.Customer,
  { asBrowser }: Recording,
): Promise<void> {
  const setup = await stripe.setupIntents.create({ customer: customer.id });
  await stripe.setupIntents.update(setup.id, { description: "Keep" });
  await stripe.setupIntents.confirm(setup.id, {
    payment_method: "pm_card_visa",
    return_url: "http://localhost",
    expand: ["latest_attempt", "payment_method"],
  });
  await asBrowser("GET", `/v1/setup_intents/${setup.id}`, {
    client_secret: setup.client_secret ?? "",
  });
  await stripe.setupIntents.list(page);
  await stripe.setupAttempts.list({ setup_intent: setup.id });
  await stripe.setupIntents.cancel((await stripe.setupIntents.create({})).id);
  await Promise.allSettled([
    stripe.setupIntents.create({ payment_method: "pm_card_chargeDeclined", confirm: true }),
  ]);
}
