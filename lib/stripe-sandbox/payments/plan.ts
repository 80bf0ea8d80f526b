import type Stripe from "stripe";
import { isMethodType, methodTable, type MethodFlow } from "../methods/method-table";
import { bankCase } from "../methods/test-banks";
import { genericDecline, type Decline } from "../methods/declines";
import { cardByNumber, type CardBehaviour } from "../methods/test-cards";
import type { Store } from "../store/store";
import type { ChallengeKind } from "../store/records";

/**
 * What will happen when a payment method is charged or set up: decided once, from the test value
 * behind the method. The rest of the code only carries it out.
 */
export type Plan =
  | { is: "paid"; card: CardBehaviour }
  | { is: "declined"; decline: Decline; card: CardBehaviour }
  | { is: "challenge"; kind: ChallengeKind; afterwards: Plan }
  | { is: "delayed"; settlesAfterS: number; failure: Decline | null; dispute: boolean };

export type PlanContext = {
  store: Store;
  method: Stripe.PaymentMethod;
  offSession: boolean;
  /** Asked for by `payment_method_options[card][request_three_d_secure]`. */
  requestChallenge: boolean;
  setUp: boolean;
};

const authenticationBroken: Decline = {
  code: "processing_error",
  decline_code: "processing_error",
  message: "An error occurred while processing your card. Try again in a little bit.",
};

export const authenticationRequired: Decline = {
  code: "authentication_required",
  decline_code: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
};

export function planFor(context: PlanContext): Plan {
  const { method, store } = context;
  const number = store.secrets.find(method.id)?.number;
  if (method.type === "card" || method.type === "card_present" || method.type === "link") {
    return planCard(context, cardByNumber(number ?? "4242424242424242") ?? {});
  }
  if (!isMethodType(method.type)) return { is: "declined", decline: genericDecline, card: {} };
  return planMethod(method, methodTable[method.type], number);
}

function planCard(context: PlanContext, card: CardBehaviour): Plan {
  const outcome: Plan =
    card.decline === undefined
      ? { is: "paid", card }
      : { is: "declined", decline: card.decline, card };
  if (context.method.type === "card_present") return outcome;
  const needed = needsChallenge(context, card);
  if (!needed) return outcome;
  if (card.authentication === "broken") {
    return { is: "declined", decline: authenticationBroken, card };
  }
  if (context.offSession) return { is: "declined", decline: authenticationRequired, card };
  return { is: "challenge", kind: "three_d_secure", afterwards: outcome };
}

function needsChallenge(context: PlanContext, card: CardBehaviour): boolean {
  switch (card.authentication) {
    case "always":
    case "broken":
      return true;
    case "unless_set_up":
      return !context.offSession || !isSetUp(context);
    case "on_session":
      return !context.offSession;
    case "supported":
      return context.requestChallenge;
    default:
      return context.requestChallenge && card.authentication !== "unsupported";
  }
}

/** A card that was saved by a confirmed setup (or a payment that set it up) is good off session. */
function isSetUp({ store, method }: PlanContext): boolean {
  return store.secrets.find(method.id)?.setUp === true;
}

function planMethod(
  method: Stripe.PaymentMethod,
  { flow, settlesAfterS }: MethodFlow,
  number: string | undefined,
): Plan {
  const paid: Plan = { is: "paid", card: {} };
  switch (flow) {
    case "immediate":
      return paid;
    case "redirect":
      return { is: "challenge", kind: "redirect", afterwards: paid };
    case "redirect_delayed":
      return { is: "challenge", kind: "redirect", afterwards: delayed(settlesAfterS) };
    case "voucher":
      return { is: "challenge", kind: "voucher", afterwards: paid };
    case "await":
      return planBlik(method.billing_details.email ?? "", settlesAfterS);
    case "delayed": {
      const bank = bankCase(number);
      return {
        is: "delayed",
        settlesAfterS: bank?.settlesAfterS ?? settlesAfterS,
        failure: bank?.failure ?? null,
        dispute: bank?.dispute ?? false,
      };
    }
  }
}

const delayed = (settlesAfterS: number): Plan => ({
  is: "delayed",
  settlesAfterS,
  failure: null,
  dispute: false,
});

/** BLIK's failures are chosen by the shopper's e-mail address. */
const blikCases: readonly { pattern: RegExp; code: string; message: string; afterS: number }[] = [
  {
    pattern: /invalid_code@/,
    code: "payment_method_invalid_parameter",
    message: "The BLIK code you entered is invalid. Please try again with a new code.",
    afterS: 0,
  },
  {
    pattern: /expired_code@/,
    code: "payment_method_invalid_parameter",
    message: "The BLIK code you entered has expired. Please try again with a new code.",
    afterS: 0,
  },
  {
    pattern: /insufficient_funds@/,
    code: "insufficient_funds",
    message: "The customer's account has insufficient funds to cover this payment.",
    afterS: 8,
  },
  {
    pattern: /limit_exceeded@/,
    code: "charge_exceeds_source_limit",
    message: "The payment exceeds the customer's BLIK limit.",
    afterS: 8,
  },
  {
    pattern: /user_declined@/,
    code: "payment_method_customer_decline",
    message: "The customer declined this payment.",
    afterS: 8,
  },
  {
    pattern: /user_timeout@/,
    code: "payment_method_customer_decline",
    message: "The customer did not approve this payment in time.",
    afterS: 60,
  },
  {
    pattern: /bank_declined@/,
    code: "payment_method_provider_decline",
    message: "The bank declined this payment.",
    afterS: 8,
  },
  {
    pattern: /bank_timeout@/,
    code: "payment_method_provider_timeout",
    message: "The bank did not answer in time.",
    afterS: 60,
  },
  {
    pattern: /blik_declined@/,
    code: "payment_method_provider_decline",
    message: "BLIK declined this payment.",
    afterS: 8,
  },
];

function planBlik(email: string, settlesAfterS: number): Plan {
  const found = blikCases.find(({ pattern }) => pattern.test(email));
  if (found === undefined) return delayed(settlesAfterS);
  const failure: Decline = { code: found.code, message: found.message };
  if (found.afterS === 0) return { is: "declined", decline: failure, card: {} };
  return { is: "delayed", settlesAfterS: found.afterS, failure, dispute: false };
}
