import type Stripe from "stripe";
import type { FramePayment } from "../../shared/protocol";
import { savedCardOf } from "../../shared/session";
import type { StripeContext } from "../context";
import { intentAddress } from "../intents/intent-address";
import { errorMessage } from "../checkout/store";
import type { GroupOptions } from "./group";

/** What the forms of a group collect for: read from its intent, or from the options of its mode. */
export async function groupPayment(
  context: StripeContext,
  options: GroupOptions,
): Promise<FramePayment | null> {
  const saved = await savedMethods(context, options);
  const base = { ...deferredPayment(options), ...saved };
  if (options.clientSecret === undefined) return base;
  const address = intentAddress(options.clientSecret);
  const result = await context.api.get<Stripe.PaymentIntent | Stripe.SetupIntent>(address.path, {
    client_secret: options.clientSecret,
  });
  if (result.error) throw new Error(errorMessage(result.error));
  const intent = result.value;
  return {
    ...base,
    mode: intent.object === "setup_intent" ? "setup" : "payment",
    amount: intent.object === "payment_intent" ? intent.amount : null,
    currency: intent.object === "payment_intent" ? intent.currency : null,
    methodTypes: intent.payment_method_types.filter((type) => !hiddenTypes.has(type)),
  };
}

/** Methods that other means collect: card readers, and the Link that the sandbox leaves out. */
const hiddenTypes = new Set(["card_present", "interac_present", "link"]);

function deferredPayment(options: GroupOptions): FramePayment {
  const wanted = options.allowedPaymentMethodTypes ?? options.paymentMethodTypes ?? ["card"];
  const excluded = options.excludedPaymentMethodTypes ?? [];
  return {
    mode: options.mode === "setup" ? "setup" : "payment",
    amount: options.amount ?? null,
    currency: options.currency ?? null,
    merchantName: "the merchant",
    methodTypes: wanted.filter((type) => !excluded.includes(type) && !hiddenTypes.has(type)),
    savedCards: [],
    canRemoveSavedCards: false,
    offersSaving: false,
    email: null,
    country: null,
    billing: null,
    shipping: null,
  };
}

type ElementsSession = {
  saved_payment_methods: Stripe.PaymentMethod[];
  payment_method_remove: boolean;
  payment_method_save: boolean;
};

async function savedMethods(
  { api }: StripeContext,
  { customerSessionClientSecret: secret }: GroupOptions,
): Promise<Partial<FramePayment>> {
  if (secret === undefined) return {};
  const result = await api.get<ElementsSession>("/v1/elements/sessions", {
    customer_session_client_secret: secret,
  });
  if (result.error) return {};
  const { saved_payment_methods, payment_method_remove, payment_method_save } = result.value;
  return {
    savedCards: saved_payment_methods.flatMap(savedCardOf).map(({ id, card }) => ({ id, ...card })),
    canRemoveSavedCards: payment_method_remove,
    offersSaving: payment_method_save,
  };
}
