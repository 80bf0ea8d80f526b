import type { PaymentMethod } from "@stripe/stripe-js";
import type Stripe from "stripe";
import type { Api, ApiResult } from "../shared/api";
import { brandOf } from "../shared/card-brand";
import { intentAddress } from "../stripe/intents/intent-address";
import { cardNumberOf, presentTypeOf, type SimulatorConfiguration } from "./simulator";
import type { Till } from "./till";
import { failure, type Failure } from "./words";

type Collected = Stripe.PaymentIntent & { sdk_payment_details?: unknown };

/** Taking a payment, saving a card, and reading a card for later. */
export function paymentCommands(till: Till) {
  const { desk } = till;
  return {
    collectPaymentMethod: (clientSecret: string) =>
      till.collect("collectPaymentMethod", () => collectPayment(till, clientSecret)),
    cancelCollectPaymentMethod: () => desk.cancel("collectPaymentMethod"),
    processPayment: (intent: Collected) =>
      till.process("processPayment", () => processPayment(till, intent)),
    cancelProcessPayment: () => desk.cancel("processPayment"),

    collectSetupIntentPaymentMethod: (clientSecret: string) =>
      till.collect("collectSetupIntentPaymentMethod", async () => {
        const found = await retrieve<Stripe.SetupIntent>(till.api(), clientSecret);
        if (found.error) return told(found.error);
        return { setupIntent: { ...found.value, client_secret: clientSecret } };
      }),
    cancelCollectSetupIntentPaymentMethod: () => desk.cancel("collectSetupIntentPaymentMethod"),
    confirmSetupIntent: ({ client_secret }: Stripe.SetupIntent) =>
      till.process("confirmSetupIntent", async () => {
        const done = await confirm<Stripe.SetupIntent>(till.api(), client_secret, till.simulator);
        return done.error ? told(done.error) : { setupIntent: done.value };
      }),
    cancelConfirmSetupIntent: () => desk.cancel("confirmSetupIntent"),

    readReusableCard: (_options: { customer?: string } = {}) =>
      till.collect("readReusableCard", async () => {
        const card = { ...rawCard(till.simulator), cvc: "123" };
        const params = { type: "card", card };
        const made = await till.api().post<PaymentMethod>("/v1/payment_methods", params);
        return made.error ? told(made.error) : { payment_method: made.value };
      }),
    cancelReadReusableCard: () => desk.cancel("readReusableCard"),
  };
}

type RefundOptions = { reverse_transfer?: boolean; refund_application_fee?: boolean };

/** Giving money back to a card that is presented again. */
export function refundCommands(till: Till) {
  let wanted: Record<string, string | number | boolean | undefined> | null = null;
  return {
    collectRefundPaymentMethod: (
      charge: string,
      amount: number,
      currency: string,
      options: RefundOptions = {},
    ) =>
      till.collect("collectRefundPaymentMethod", async () => {
        wanted = { charge, amount, currency, ...options };
        return {};
      }),
    cancelCollectRefundPaymentMethod: () => till.desk.cancel("collectRefundPaymentMethod"),
    processRefund: () =>
      till.process("processRefund", async () => {
        if (wanted === null) {
          const message = "Call collectRefundPaymentMethod before processRefund.";
          return failure("no_active_collect_refund_payment_method_attempt", message);
        }
        const params = { connection_token: till.token, ...wanted };
        const made = await till.api().post<Stripe.Refund>("/v1/terminal/refunds", params);
        wanted = null;
        return made.error ? told(made.error) : { refund: made.value };
      }),
    cancelProcessRefund: () => till.desk.cancel("processRefund"),
  };
}

async function collectPayment(till: Till, clientSecret: string) {
  const found = await retrieve<Stripe.PaymentIntent>(till.api(), clientSecret);
  if (found.error) return told(found.error);
  const { status } = found.value;
  if (status !== "requires_payment_method") {
    return failure("invalid_request_error", `This PaymentIntent is ${status}.`);
  }
  const intent = { ...found.value, client_secret: clientSecret };
  return { paymentIntent: { ...intent, sdk_payment_details: readDetails(till.simulator) } };
}

async function processPayment(till: Till, intent: Collected) {
  if (intent?.sdk_payment_details === undefined) {
    const message = "Call collectPaymentMethod before processPayment.";
    return failure("no_active_collect_payment_method_attempt", message);
  }
  const { client_secret } = intent;
  const done = await confirm<Stripe.PaymentIntent>(till.api(), client_secret, till.simulator);
  return done.error ? told(done.error) : { paymentIntent: done.value };
}

function retrieve<Value>(api: Api, clientSecret: string): Promise<ApiResult<Value>> {
  return api.get<Value>(intentAddress(clientSecret).path, { client_secret: clientSecret });
}

/** The reader hands over the card that it read, and the intent is confirmed with it. */
async function confirm<Value>(
  api: Api,
  clientSecret: string | null,
  config: SimulatorConfiguration,
): Promise<ApiResult<Value>> {
  const type = presentTypeOf(config);
  const number = cardNumberOf(config);
  const made = await api.post<PaymentMethod>("/v1/payment_methods", { type, [type]: { number } });
  if (made.error) return { error: made.error };
  const { path } = intentAddress(clientSecret);
  return api.post<Value>(`${path}/confirm`, {
    client_secret: clientSecret,
    payment_method: made.value.id,
  });
}

function rawCard(config: SimulatorConfiguration) {
  return {
    number: cardNumberOf(config),
    exp_month: 12,
    exp_year: new Date().getFullYear() + 2,
  };
}

function readDetails(config: SimulatorConfiguration) {
  const { exp_month, exp_year, number } = rawCard(config);
  const card = { brand: brandOf(number).name, last4: number.slice(-4), exp_month, exp_year };
  const tip = config.tipAmount ?? null;
  return {
    type: presentTypeOf(config),
    card_payment: { payment_method: { ...card, read_method: "contactless_emv" } },
    tip_selection: tip === null ? null : { amount: tip },
  };
}

/** The API's error in the shape of Terminal.js, with the intent that it is about. */
function told(error: NonNullable<ApiResult<unknown>["error"]>): Failure {
  const { type, code, decline_code, payment_intent, message = "The payment failed." } = error;
  return { error: { type, code, decline_code, payment_intent, message } };
}
