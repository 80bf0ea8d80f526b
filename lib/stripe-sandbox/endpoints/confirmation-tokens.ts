import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { missingParam } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { shippingOf, shippingParams } from "../methods/contact-params";
import { chosenMethod } from "../payments/confirm";
import { methodDataParams } from "../methods/method-params";
import { flag, oneOf, text, url } from "../params";

const LIVES_S = 12 * 3600;

const params = z.strictObject({
  mandate_data: z.looseObject({}).optional(),
  payment_method: text().optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: z.looseObject({}).optional(),
  return_url: url().optional(),
  setup_future_usage: oneOf("off_session", "on_session").optional(),
  shipping: shippingParams.optional(),
  client_context: z.looseObject({}).optional(),
  set_as_default_payment_method: flag().optional(),
});

/** What a browser collected, to be confirmed by a server. */
function make(call: Call<z.output<typeof params>>): Stripe.ConfirmationToken {
  const { body } = call;
  const rawCards = call.mayTypeCards;
  const method = chosenMethod(call, { ...body, rawCards }, null);
  if (method === null) throw missingParam("payment_method_data");
  const {
    id: _id,
    object: _object,
    created: _created,
    livemode: _live,
    metadata: _meta,
    ...preview
  } = method;
  const id = newId("ctoken");
  call.store.settings.save({ id, value: method.id });
  const shipping = shippingOf(body.shipping ?? null);
  return call.store.confirmationTokens.save({
    id,
    object: "confirmation_token",
    created: call.now,
    expires_at: call.now + LIVES_S,
    livemode: false,
    metadata: null,
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: preview,
    return_url: body.return_url ?? null,
    setup_future_usage: body.setup_future_usage ?? null,
    setup_intent: null,
    shipping:
      shipping?.address === undefined
        ? null
        : { address: shipping.address, name: shipping.name ?? "", phone: shipping.phone ?? null },
    use_stripe_sdk: true,
  });
}

const create = endpoint("POST /v1/confirmation_tokens", params, make, "any");
const createForTests = endpoint("POST /v1/test_helpers/confirmation_tokens", params, make);

const retrieve = endpoint("GET /v1/confirmation_tokens/:id", noParams, (call) =>
  findOr(call.store.confirmationTokens, "confirmation_token", call.id, "confirmation_token"),
);

export const confirmationTokenEndpoints = [create, createForTests, retrieve];
