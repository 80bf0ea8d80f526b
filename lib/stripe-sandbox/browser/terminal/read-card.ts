import { brandOf } from "../shared/card-brand";
import { cardNumberOf, presentTypeOf, type SimulatorConfiguration } from "./simulator";

/** What the reader knows of the card that was held to it. */
export type CardRead = {
  type: "card_present" | "interac_present";
  number: string;
  amount_tip?: number;
  allow_redisplay?: string;
};

type Wishes = { skip_tipping?: boolean | null; allow_redisplay?: string | null };

export function readCard(config: SimulatorConfiguration, wishes: Wishes = {}): CardRead {
  const tip = wishes.skip_tipping === true ? null : config.tipAmount;
  return {
    type: presentTypeOf(config),
    number: cardNumberOf(config),
    ...(typeof tip === "number" ? { amount_tip: tip } : {}),
    ...(typeof wishes.allow_redisplay === "string"
      ? { allow_redisplay: wishes.allow_redisplay }
      : {}),
  };
}

/** As a card's expiry that lies ahead whenever the test runs. */
export function typedCard(number: string) {
  return { number, exp_month: 12, exp_year: new Date().getFullYear() + 2, cvc: "123" };
}

/** `sdk_payment_details`: what a cashier's screen may show before the payment is confirmed. */
export function detailsOf({ type, number, amount_tip }: CardRead) {
  const { exp_month, exp_year } = typedCard(number);
  const card = { brand: brandOf(number).name, last4: number.slice(-4), exp_month, exp_year };
  return {
    type,
    card_payment: { payment_method: { ...card, read_method: "contactless_emv" } },
    tip_selection: amount_tip === undefined ? null : { amount: amount_tip },
  };
}
