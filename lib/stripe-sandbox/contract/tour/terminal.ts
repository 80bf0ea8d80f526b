import type Stripe from "stripe";
import { type Recording } from "./common";

export async function terminal(stripe: Stripe, recording: Recording): Promise<void> {
  const { asBrowser } = recording;
  await simulatedReader(stripe, recording);
  const location = await stripe.terminal.locations.create({
    display_name: "Shop",
    address: { line1: "1 Main St", city: "Berlin", country: "DE", postal_code: "10115" },
  });
  await stripe.terminal.locations.update(location.id, { display_name: "The shop" });
  await stripe.terminal.locations.retrieve(location.id);
  await stripe.terminal.locations.list();
  const { secret } = await stripe.terminal.connectionTokens.create({ location: location.id });
  const reader = await stripe.terminal.readers.create({
    registration_code: "simulated-wpe",
    location: location.id,
  });
  await stripe.terminal.readers.update(reader.id, { label: "Till 1" });
  await stripe.terminal.readers.retrieve(reader.id, { expand: ["location"] });
  await stripe.terminal.readers.list({ location: location.id });
  const intent = () =>
    stripe.paymentIntents.create({
      amount: 1200,
      currency: "usd",
      allowed_payment_method_types: ["card_present"],
    });
  const present = () => stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id);
  const first = await intent();
  await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: first.id });
  await present();
  const paid = await stripe.paymentIntents.retrieve(first.id, { expand: ["latest_charge"] });
  const charge = typeof paid.latest_charge === "object" ? (paid.latest_charge?.id ?? "") : "";
  const second = await intent();
  await stripe.terminal.readers.collectPaymentMethod(reader.id, { payment_intent: second.id });
  await present();
  await stripe.terminal.readers.confirmPaymentIntent(reader.id, { payment_intent: second.id });
  await savedCard(stripe, reader.id);
  await present();
  await stripe.terminal.readers.refundPayment(reader.id, { charge, amount: 200 });
  await present();
  await screens(stripe, reader.id);
  await asBrowser("POST", "/v1/terminal/refunds", {
    connection_token: secret,
    charge,
    amount: "100",
    currency: "usd",
  });
  await stripe.terminal.readers.del(reader.id);
  await stripe.terminal.locations.del(location.id);
}

async function savedCard(stripe: Stripe, reader: string): Promise<void> {
  const setup = await stripe.setupIntents.create({
    allowed_payment_method_types: ["card_present"],
  });
  await stripe.terminal.readers.processSetupIntent(reader, {
    setup_intent: setup.id,
    allow_redisplay: "always",
  });
}

/** What a reader shows and asks, beside taking cards. */
async function screens(stripe: Stripe, reader: string): Promise<void> {
  await stripe.terminal.readers.setReaderDisplay(reader, {
    type: "cart",
    cart: {
      currency: "usd",
      total: 1200,
      line_items: [{ amount: 1200, description: "Mug", quantity: 1 }],
    },
  });
  const inputs: Stripe.Terminal.ReaderCollectInputsParams.Input[] = [
    { type: "email", custom_text: { title: "Your e-mail" } },
  ];
  await stripe.terminal.readers.collectInputs(reader, { inputs });
  await stripe.testHelpers.terminal.readers.succeedInputCollection(reader);
  await stripe.terminal.readers.collectInputs(reader, { inputs });
  await stripe.testHelpers.terminal.readers.timeoutInputCollection(reader);
  await stripe.terminal.readers.cancelAction(reader);
}

/** What the reader inside Terminal.js asks for. */
async function simulatedReader(stripe: Stripe, { asBrowser }: Recording): Promise<void> {
  await asBrowser("GET", "/v1/terminal/simulator", { command: "collectPaymentMethod" });
  const read = { type: "card_present", number: "4242424242424242" };
  const intent = await stripe.paymentIntents.create({
    amount: 900,
    currency: "usd",
    allowed_payment_method_types: ["card_present"],
  });
  const paying = { ...read, client_secret: intent.client_secret ?? "", amount_tip: "100" };
  await asBrowser("POST", "/v1/terminal/simulator/collect", paying);
  await asBrowser("POST", "/v1/terminal/simulator/pay", paying);
  const setup = await stripe.setupIntents.create({
    allowed_payment_method_types: ["card_present"],
  });
  const saving = { ...read, client_secret: setup.client_secret ?? "", allow_redisplay: "always" };
  await asBrowser("POST", "/v1/terminal/simulator/set_up", saving);
}
