import type { PaymentMethod } from "@stripe/stripe-js";
import type Stripe from "stripe";
import { intentAddress } from "../stripe/intents/intent-address";
import { told } from "./answers";
import { readCard, typedCard, type CardRead } from "./read-card";
import { cardNumberOf } from "./simulator";
import type { Till } from "./till";
import { AllowRedisplay, failure } from "./words";

/** Saving a card for later: with the bank's agreement, or only read. */
export function cardCommands(till: Till) {
  const { desk } = till;
  const cards = new Map<string, CardRead>();
  return {
    collectSetupIntentPaymentMethod: (
      clientSecret: string,
      consent: boolean | string,
      _config: object | null = null,
    ) =>
      till.collect("collectSetupIntentPaymentMethod", async (simulator) => {
        const allow_redisplay = consentOf(consent);
        if (allow_redisplay === null) {
          const message = "The customer's consent to keep the card must be collected first.";
          return failure("invalid_request_error", message);
        }
        const { path } = intentAddress(clientSecret);
        const found = await till
          .api()
          .get<Stripe.SetupIntent>(path, { client_secret: clientSecret });
        if (found.error) return told(found.error);
        const { amount_tip: _noTip, ...card } = readCard(simulator, { allow_redisplay });
        cards.set(found.value.id, card);
        return { setupIntent: { ...found.value, client_secret: clientSecret } };
      }),
    cancelCollectSetupIntentPaymentMethod: () => desk.cancel("collectSetupIntentPaymentMethod"),
    confirmSetupIntent: ({ id, client_secret }: Stripe.SetupIntent) =>
      till.process("confirmSetupIntent", async () => {
        const card = cards.get(id);
        if (card === undefined) {
          const message = "Call collectSetupIntentPaymentMethod before confirmSetupIntent.";
          return failure("no_active_collect_setup_intent_payment_method_attempt", message);
        }
        const asked = { client_secret, ...card };
        const done = await till
          .api()
          .post<Stripe.SetupIntent>("/v1/terminal/simulator/set_up", asked);
        cards.delete(id);
        till.simulator = {};
        return done.error ? told(done.error) : { setupIntent: done.value };
      }),
    cancelConfirmSetupIntent: () => desk.cancel("confirmSetupIntent"),
    ...reusableCardCommands(till),
  };
}

/** Only read: the card can be used without a setup. */
function reusableCardCommands(till: Till) {
  const { desk } = till;
  return {
    readReusableCard: (_options: { customer?: string } = {}) =>
      till.collect("readReusableCard", async (simulator) => {
        const params = { type: "card", card: typedCard(cardNumberOf(simulator)) };
        const made = await till.api().post<PaymentMethod>("/v1/payment_methods", params);
        till.simulator = {};
        return made.error ? told(made.error) : { payment_method: made.value };
      }),
    cancelReadReusableCard: () => desk.cancel("readReusableCard"),
  };
}

/** Older code says `true` for "the customer agreed". */
function consentOf(consent: boolean | string): string | null {
  if (consent === true) return AllowRedisplay.ALWAYS;
  const known: readonly unknown[] = Object.values(AllowRedisplay);
  return typeof consent === "string" && known.includes(consent) ? consent : null;
}
