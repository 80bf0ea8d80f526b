import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, StripeError } from "../errors";
import { findOr } from "../find";
import { randomText } from "../ids";
import { makeMethod } from "../methods/make-method";
import { integer, oneOf, text } from "../params";
import { checkSecret, publicError, publicIntent } from "../payments/public-intent";
import { createRefund } from "../payments/refunds";
import { checkSetupSecret } from "../setup/confirm-setup";
import { collectPresented, payPresented, setUpPresented } from "../terminal/perform";
import { findLocation } from "./terminal-locations";

/**
 * What the reader that lives in Terminal.js asks: how it should behave, and what the card that was
 * held to it does. Stripe's own readers speak another protocol, so only its shape is ours.
 */
const connectionToken = endpoint(
  "POST /v1/terminal/connection_tokens",
  z.strictObject({ location: text().optional() }),
  (call) => {
    const { location } = call.body;
    if (location !== undefined) findLocation(call, location, "location", 400);
    const connected = call.account !== call.world.platformAccount;
    const token: Stripe.Terminal.ConnectionToken = {
      object: "terminal.connection_token",
      ...(location === undefined ? {} : { location }),
      secret: `pst_test_${connected ? `${call.account}_` : ""}${randomText(40)}`,
    };
    return token;
  },
);

const howToBehave = endpoint(
  "GET /v1/terminal/simulator",
  z.strictObject({ command: text(100) }),
  ({ body, world }) => {
    const fault = world.faults.forReader(body.command);
    const { kind = null, ms = 0, card = null } = fault ?? {};
    return { object: "sandbox.reader_behaviour", kind, ms, card };
  },
  "any",
);

const cardRead = {
  allow_redisplay: oneOf("always", "limited", "unspecified").optional(),
  client_secret: text(),
  number: text(24),
  type: oneOf("card_present", "interac_present"),
};

const reading = z.strictObject(cardRead);

/** A reader that has read a card may do this; its connection token got it the client secret. */
function readCard(call: Call<z.output<typeof reading>>): Stripe.PaymentMethod {
  const { allow_redisplay, number, type } = call.body;
  return makeMethod(call, { type, allow_redisplay, [type]: { number } }, { rawCards: true });
}

const payment = z.strictObject({ ...cardRead, amount_tip: integer(0).optional() });

function intentOf(call: Call<z.output<typeof payment>>): Stripe.PaymentIntent {
  const id = call.body.client_secret.split("_secret_")[0] ?? "";
  const intent = findOr(call.store.paymentIntents, "payment_intent", id, "intent");
  return checkSecret(intent, call.body.client_secret);
}

const collect = endpoint(
  "POST /v1/terminal/simulator/collect",
  payment,
  (call) => {
    const method = readCard(call);
    const { amount_tip = 0 } = call.body;
    const read = collectPresented(call, intentOf(call), method, amount_tip);
    return { ...publicIntent(read), payment_method: method };
  },
  "any",
);

const pay = endpoint(
  "POST /v1/terminal/simulator/pay",
  payment,
  (call) => {
    try {
      const { amount_tip = 0 } = call.body;
      return publicIntent(payPresented(call, intentOf(call), readCard(call), amount_tip));
    } catch (error) {
      throw error instanceof StripeError ? publicError(error) : error;
    }
  },
  "any",
);

const setUp = endpoint(
  "POST /v1/terminal/simulator/set_up",
  reading,
  (call) => {
    const { client_secret } = call.body;
    const id = client_secret.split("_secret_")[0] ?? "";
    const intent = findOr(call.store.setupIntents, "setupintent", id, "intent");
    return setUpPresented(call, checkSetupSecret(intent, client_secret), readCard(call));
  },
  "any",
);

const terminalRefund = endpoint(
  "POST /v1/terminal/refunds",
  z.strictObject({
    amount: integer(1),
    charge: text(),
    connection_token: text(),
    currency: text(3),
    refund_application_fee: text().optional(),
    reverse_transfer: text().optional(),
  }),
  (call) => {
    if (!call.body.connection_token.startsWith("pst_test_")) {
      throw invalidRequest(
        "The connection token is not valid.",
        { param: "connection_token" },
        401,
      );
    }
    const charge = findOr(call.store.charges, "charge", call.body.charge, "charge", 400);
    return createRefund(call, { charge, amount: call.body.amount, reason: null, metadata: {} });
  },
  "any",
);

export const terminalJsEndpoints = [
  connectionToken,
  howToBehave,
  collect,
  pay,
  setUp,
  terminalRefund,
];
