import type Stripe from "stripe";
import type { Decline } from "../methods/declines";
import type { CardBehaviour } from "../methods/test-cards";

/** `charge.outcome`: what the fraud rules and the bank said, and the words that merchants see for it. */
const nothingAdvised = { advice_code: null, network_advice_code: null, network_decline_code: null };

export function approved({ risk }: CardBehaviour): Stripe.Charge.Outcome {
  const elevated = risk === "elevated";
  return {
    ...nothingAdvised,
    network_status: "approved_by_network",
    reason: elevated ? "elevated_risk_level" : null,
    risk_level: elevated ? "elevated" : "normal",
    risk_score: elevated ? 70 : 20,
    seller_message: elevated
      ? "Stripe evaluated this payment as having elevated risk."
      : "Payment complete.",
    type: elevated ? "manual_review" : "authorized",
  };
}

export function refused({ blocked, risk }: CardBehaviour, decline: Decline): Stripe.Charge.Outcome {
  const highest = risk === "highest";
  return {
    ...nothingAdvised,
    network_decline_code: blocked === true ? null : "01",
    network_status: blocked === true ? "not_sent_to_network" : "declined_by_network",
    reason: blocked === true ? "highest_risk_level" : (decline.decline_code ?? decline.code),
    risk_level: highest ? "highest" : "normal",
    risk_score: highest ? 95 : 20,
    seller_message:
      blocked === true
        ? "Stripe blocked this payment as too risky."
        : "The bank did not return any further details with this decline.",
    type: blocked === true ? "blocked" : "issuer_declined",
  };
}
