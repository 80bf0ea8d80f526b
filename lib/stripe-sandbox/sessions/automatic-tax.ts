import type Stripe from "stripe";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import type { LineItem } from "../wire";

/**
 * `automatic_tax`: one plain rate for each place, of whatever is sold. Stripe knows thousands of rules;
 * a stand-in needs totals that change with the address, and always in the same way.
 */
const countries: Readonly<Record<string, { name: string; percentage: number }>> = {
  AT: { name: "VAT", percentage: 20 },
  AU: { name: "GST", percentage: 10 },
  BE: { name: "VAT", percentage: 21 },
  CA: { name: "GST", percentage: 5 },
  CH: { name: "VAT", percentage: 8.1 },
  DE: { name: "VAT", percentage: 19 },
  DK: { name: "VAT", percentage: 25 },
  ES: { name: "VAT", percentage: 21 },
  FR: { name: "VAT", percentage: 20 },
  GB: { name: "VAT", percentage: 20 },
  IE: { name: "VAT", percentage: 23 },
  IT: { name: "VAT", percentage: 22 },
  JP: { name: "Consumption tax", percentage: 10 },
  NL: { name: "VAT", percentage: 21 },
  PL: { name: "VAT", percentage: 23 },
  SE: { name: "VAT", percentage: 25 },
};

const states: Readonly<Record<string, number>> = { CA: 7.25, NY: 4, TX: 6.25, WA: 6.5 };

/** The lines with their taxes, and whether the place is known that decides on them. */
export function withAutomaticTax(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
): { session: Stripe.Checkout.Session; state: SessionState } {
  if (!session.automatic_tax.enabled) return { session, state };
  const place = placeOf(scope, session);
  const status = place === null ? "requires_location_inputs" : "complete";
  const items = state.items.map((item) => taxed(scope, item, place));
  const automatic_tax = { ...session.automatic_tax, provider: "stripe", status };
  return { session: { ...session, automatic_tax }, state: { ...state, items } };
}

function placeOf(scope: Scope, session: Stripe.Checkout.Session): Stripe.Address | null {
  const shipping = session.collected_information?.shipping_details?.address;
  const customer = scope.store.customers.find(idOf(session.customer) ?? "");
  const known = [shipping, session.customer_details?.address, customer?.address];
  return known.find((address) => typeof address?.country === "string") ?? null;
}

function taxed(scope: Scope, item: LineItem, place: Stripe.Address | null): LineItem {
  const { taxes: _before, ...rest } = item;
  const inclusive = item.price?.tax_behavior === "inclusive";
  const rate = place === null ? null : rateFor(scope, place, inclusive);
  if (rate === null) return rest;
  const taxability_reason = "standard_rated";
  return { ...rest, taxes: [{ amount: 0, rate, taxability_reason, taxable_amount: 0 }] };
}

export type PlainRate = { name: string; percentage: number; country: string; region: string };

/** What is due at a place; null: nothing, or nobody knows. */
export function plainRateAt({
  country,
  state,
}: Pick<Stripe.Address, "country" | "state">): PlainRate | null {
  const region = country === "US" ? (state ?? "").toUpperCase() : "";
  const known =
    country === "US"
      ? { name: "Sales tax", percentage: states[region] ?? 0 }
      : countries[country ?? ""];
  if (country === null || known === undefined || known.percentage === 0) return null;
  return { ...known, country, region };
}

/** A rate is made when it is first needed, and found by its id afterwards. */
function rateFor(scope: Scope, place: Stripe.Address, inclusive: boolean): Stripe.TaxRate | null {
  const known = plainRateAt(place);
  if (known === null) return null;
  const { country, region } = known;
  const id = `txr_sandbox${country}${region}${inclusive ? "inclusive" : "exclusive"}`;
  const found = scope.store.taxRates.find(id);
  if (found !== undefined) return found;
  return scope.store.taxRates.save({
    id,
    object: "tax_rate",
    active: false,
    country,
    created: scope.now,
    description: null,
    display_name: known.name,
    effective_percentage: known.percentage,
    flat_amount: null,
    inclusive,
    jurisdiction: region === "" ? country : `${country} - ${region}`,
    jurisdiction_level: region === "" ? "country" : "state",
    livemode: false,
    metadata: {},
    percentage: known.percentage,
    rate_type: "percentage",
    state: region === "" ? null : region,
    tax_type: country === "US" ? "sales_tax" : "vat",
  });
}
