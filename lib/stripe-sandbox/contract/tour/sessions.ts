import type Stripe from "stripe";
import { page, type Recording } from "./common";

export async function sessions(
  { stripe, asBrowser }: Recording,
  customer: Stripe.Customer,
): Promise<void> {
  const session = await stripe.checkout.sessions.create({
    ui_mode: "elements",
    mode: "payment",
    customer: customer.id,
    allow_promotion_codes: true,
    return_url: "http://localhost/return",
    line_items: [
      {
        quantity: 2,
        price_data: { currency: "usd", unit_amount: 1000, product_data: { name: "Tea" } },
      },
    ],
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: "Post",
          fixed_amount: { amount: 300, currency: "usd" },
        },
      },
    ],
    saved_payment_method_options: { payment_method_save: "enabled" },
  });
  await stripe.checkout.sessions.update(session.id, { metadata: { a: "1" } });
  await asBrowser("GET", `/v1/payment_pages/${session.id}`, {});
  await asBrowser("POST", `/v1/payment_pages/${session.id}`, {
    promotion_code: "ten",
    "shipping_address[name]": "Ada",
    "shipping_address[address][line1]": "1 Main St",
    "shipping_address[address][country]": "GB",
  });
  await asBrowser("POST", `/v1/payment_pages/${session.id}/confirm`, {
    payment_method: "pm_card_visa",
  });
  await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["line_items", "payment_intent.latest_charge", "customer", "discounts.promotion_code"],
  });
  await stripe.checkout.sessions.listLineItems(session.id);
  await stripe.checkout.sessions.list(page);
  await setupSession({ stripe, asBrowser }, customer);
  await expiredSessions(stripe);
}

async function setupSession(
  { stripe, asBrowser }: Pick<Recording, "stripe" | "asBrowser">,
  customer: Stripe.Customer,
): Promise<void> {
  const setup = await stripe.checkout.sessions.create({
    mode: "setup",
    currency: "usd",
    success_url: "http://localhost/ok",
    customer: customer.id,
  });
  await asBrowser("POST", `/v1/payment_pages/${setup.id}/confirm`, {
    payment_method: "pm_card_visa",
  });
}

async function expiredSessions(stripe: Stripe): Promise<void> {
  for (const ui_mode of ["embedded_page", "form"] as const) {
    const other = await stripe.checkout.sessions.create({
      ui_mode,
      mode: "payment",
      return_url: "http://localhost/return",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "jpy", unit_amount: 1000, product_data: { name: "Tea" } },
        },
      ],
    });
    await stripe.checkout.sessions.expire(other.id);
  }
}
