import type Stripe from "stripe";
import { intentAddress } from "../stripe/intents/intent-address";
import { told } from "./answers";
import { detailsOf, readCard, type CardRead } from "./read-card";
import type { Till } from "./till";
import { failure } from "./words";

type Collected = Stripe.PaymentIntent & { sdk_payment_details?: unknown };

type CollectConfig = {
  skip_tipping?: boolean | null;
  update_payment_intent?: boolean | null;
  allow_redisplay?: string | null;
};

/** Taking a payment: a card is read, and then the bank is asked. */
export function paymentCommands(till: Till) {
  const { desk } = till;
  const cards = new Map<string, CardRead>();
  return {
    collectPaymentMethod: (
      clientSecret: string,
      { config_override = {} }: { config_override?: CollectConfig } = {},
    ) =>
      till.collect("collectPaymentMethod", async (simulator) => {
        const card = readCard(simulator, config_override);
        const intent = await collected(till, clientSecret, card, config_override);
        if ("paymentIntent" in intent) cards.set(intent.paymentIntent.id, card);
        return intent;
      }),
    cancelCollectPaymentMethod: () => desk.cancel("collectPaymentMethod"),
    processPayment: (intent: Collected, _options: object = {}) =>
      till.process("processPayment", async () => {
        const card = cards.get(intent?.id);
        if (intent?.sdk_payment_details === undefined || card === undefined) {
          const message = "Call collectPaymentMethod before processPayment.";
          return failure("no_active_collect_payment_method_attempt", message);
        }
        const { client_secret } = intent;
        const asked = { client_secret, ...card };
        const done = await till
          .api()
          .post<Stripe.PaymentIntent>("/v1/terminal/simulator/pay", asked);
        // What was configured counts for one payment, as with Stripe's own simulated reader.
        cards.delete(intent.id);
        till.simulator = {};
        return done.error ? told(done.error) : { paymentIntent: done.value };
      }),
    cancelProcessPayment: () => desk.cancel("processPayment"),
  };
}

async function collected(till: Till, clientSecret: string, card: CardRead, config: CollectConfig) {
  const api = till.api();
  const { path } = intentAddress(clientSecret);
  const found = await api.get<Stripe.PaymentIntent>(path, { client_secret: clientSecret });
  if (found.error) return told(found.error);
  const { status } = found.value;
  if (status !== "requires_payment_method" && status !== "requires_confirmation") {
    return failure("invalid_request_error", `This PaymentIntent is ${status}.`);
  }
  const read = { sdk_payment_details: detailsOf(card) };
  if (config.update_payment_intent !== true) {
    return { paymentIntent: { ...found.value, client_secret: clientSecret, ...read } };
  }
  const asked = { client_secret: clientSecret, ...card };
  const updated = await api.post<Stripe.PaymentIntent>("/v1/terminal/simulator/collect", asked);
  if (updated.error) return told(updated.error);
  return { paymentIntent: { ...updated.value, ...read } };
}
