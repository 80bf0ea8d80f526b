import { isDeepStrictEqual } from "node:util";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { chargeStep } from "@/lib/money/charge-step";
import { askStripeTax } from "@/lib/payments/gateways/stripe/tax";
import type { TaxAnswer, TaxQuestion } from "@/lib/payments/gateways/tax";
import { findShippingRates, type ShippingRate } from "@/lib/shipping/rates";
import { findTaxRules, noTax, type TaxRules } from "@/lib/tax/rates";
import { readTaxSettings } from "@/lib/tax/settings";
import { readCart, type CheckoutCart } from "./cart";
import { detailsProblems, normalAddress } from "./form/problems";
import { parcelOf, priceCart } from "./price-cart";

type Chosen = { rate: ShippingRate | null; now: Date };

/**
 * The tax rules of a cart: the merchant's own rates, or what Stripe says about exactly these amounts and
 * this address. Never called within a database transaction, because it may wait for Stripe.
 *
 * @throws DomainError invalid_input, gateway_down when Stripe Tax does not answer
 */
export async function findCartTax(cart: CheckoutCart, { rate, now }: Chosen): Promise<TaxRules> {
  const db = await database();
  const { draft, currency } = cart;
  if (!(await asksStripe(db, currency))) return findTaxRules(db, draft.shipping);
  // An address that is not complete has no tax yet: what is shown then says nothing of it.
  if (rate === null || detailsProblems(draft).length > 0) return noTax;
  const { prices } = await readTaxSettings(db);
  const { lines, shippingMinor } = priceCart(cart, { rate, tax: noTax, now });
  const question: TaxQuestion = {
    currency,
    address: normalAddress(draft.shipping),
    lines: lines.map(({ totalMinor }) => totalMinor),
    shippingMinor,
    included: prices === "with_tax",
  };
  const answer = await ask(question);
  return { rates: [], included: question.included, quote: { ...question, ...answer } };
}

/** As `findCartTax`, for the order that is about to be made of a cart. Null: own rates count. */
export async function findOrderTax(cartRef: string): Promise<TaxRules | null> {
  const db = await database();
  const cart = await readCart(db, cartRef);
  if (cart === null || !(await asksStripe(db, cart.currency))) return null;
  const rates = await findShippingRates(db, parcelOf(cart, cart.draft.shipping));
  const rate = rates.find(({ code }) => code === cart.draft.rateCode) ?? null;
  const rules = await findCartTax(cart, { rate, now: new Date() });
  return rules.quote === undefined ? unasked : rules;
}

/** Fits no cart, so that none is ordered without its tax when it was filled in a moment ago. */
const unasked: TaxRules = {
  rates: [],
  included: false,
  quote: { lines: [], shippingMinor: -1, lineTaxes: [], shippingTaxMinor: 0, taxLines: [] },
};

/** Where charges go in steps, own rates count: Stripe Tax answers to the last digit, which is not charged. */
async function asksStripe(db: Tx, currency: string): Promise<boolean> {
  return chargeStep(currency) === 1 && (await readTaxSettings(db)).source === "stripe";
}

/** The last answers of this process: the steps of one checkout ask the same several times. */
const known: { question: TaxQuestion; answer: TaxAnswer; until: number }[] = [];
const keepMs = 5 * 60_000;
const keepCount = 100;

async function ask(question: TaxQuestion): Promise<TaxAnswer> {
  const found = known.find(
    (entry) => entry.until > Date.now() && isDeepStrictEqual(entry.question, question),
  );
  if (found !== undefined) return found.answer;
  const answer = await askStripeTax(question);
  known.unshift({ question, answer, until: Date.now() + keepMs });
  known.length = Math.min(known.length, keepCount);
  return answer;
}
