import type Stripe from "stripe";
import { invalidRequest, missingParam } from "../errors";
import type { Call } from "../endpoint";
import { idOf } from "../ids";
import type { MethodData } from "../methods/method-params";
import { closeChallenges } from "../payments/close-challenges";
import { chosenMethod } from "../payments/confirm";
import { needReturnUrl } from "../payments/return-url";
import { attemptSetup } from "./attempt-setup";
import { setupMoved } from "./setup-attempt";

type Confirming = {
  payment_method?: string | null | undefined;
  payment_method_data?: MethodData | undefined;
  return_url?: string | undefined;
  use_stripe_sdk?: boolean | undefined;
};

/** `POST /v1/setup_intents/:id/confirm`, and `confirm=true` when creating. */
export function confirmSetup(
  call: Call<Confirming>,
  intent: Stripe.SetupIntent,
  given: Confirming,
): Stripe.SetupIntent {
  setupMoved(intent, "confirm");
  const rawCards = call.mayTypeCards;
  const method = chosenMethod(call, { ...given, rawCards }, idOf(intent.payment_method));
  if (method === null) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      { code: "setup_intent_unexpected_state", setup_intent: intent },
    );
  }
  needReturnUrl(call, intent);
  closeChallenges(call, intent);
  return attemptSetup(call, intent, method, {
    returnUrl: given.return_url ?? null,
    useStripeSdk: given.use_stripe_sdk === true,
    offSession: false,
    errorOnRequiresAction: false,
  });
}

/** With a publishable key the client secret is the right to see and confirm one intent. */
export function checkSetupSecret(
  intent: Stripe.SetupIntent,
  secret: string | undefined,
): Stripe.SetupIntent {
  if (secret === undefined) throw missingParam("client_secret");
  if (secret === intent.client_secret) return intent;
  throw invalidRequest(
    "The client_secret provided does not match the client_secret associated with this SetupIntent.",
    { code: "setup_intent_invalid_parameter", param: "client_secret" },
  );
}
