import type Stripe from "stripe";
import type { Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { isMethodType, methodTable } from "../methods/method-table";

type Confirming = {
  return_url?: string | undefined;
  use_stripe_sdk?: boolean | undefined;
  off_session?: boolean | undefined;
  error_on_requires_action?: boolean | undefined;
  confirmation_token?: string | undefined;
  payment_method?: unknown;
  payment_method_data?: unknown;
};

/**
 * A server that confirms an intent with automatic methods must say where a bank sends the shopper
 * back to, even when it confirms with a card. Older API versions had no automatic methods.
 */
export function needReturnUrl(
  call: Call<Confirming>,
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
): void {
  const automatic = intent.automatic_payment_methods;
  const isAutomatic = automatic?.enabled === true && automatic.allow_redirects !== "never";
  if (call.isOldVersion || call.auth.kind === "publishable" || !isAutomatic) return;
  const { body } = call;
  // Without any method there is nothing to confirm with, and that is said instead.
  const isNamed =
    (body.payment_method ?? body.payment_method_data ?? intent.payment_method) !== null;
  const isExcused =
    !isNamed ||
    body.use_stripe_sdk === true ||
    body.off_session === true ||
    body.error_on_requires_action === true ||
    body.confirmation_token !== undefined;
  if (body.return_url !== undefined || isExcused) return;
  // A setup has no currency that would leave any method out: only its caller can.
  const isOpen = intent.object === "setup_intent" && intent.allowed_payment_method_types === null;
  const mayRedirect = isOpen || intent.payment_method_types.some(redirects);
  if (!mayRedirect) return;
  // The first confirmation said it already.
  if (intent.object === "payment_intent" && intent.confirmation_method === "manual") return;
  const kind = intent.object === "payment_intent" ? "PaymentIntent" : "SetupIntent";
  throw invalidRequest(
    `This ${kind} is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`,
  );
}

const redirects = (type: string) =>
  isMethodType(type) && methodTable[type].flow.startsWith("redirect");
