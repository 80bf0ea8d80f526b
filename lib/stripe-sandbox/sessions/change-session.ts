import type Stripe from "stripe";
import { readTaxId } from "../customers/tax-ids";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { detachMethod } from "../portal/changes";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import { requireOpen, stateOf } from "./confirm-session";
import { consentOf, withCustomValues } from "./collected";
import { withAutomaticTax } from "./automatic-tax";
import { discountOfCode } from "./discounts";
import { makeLineItems } from "./line-items";
import { discountsOf, noDetails } from "./session-fields";
import { placeOf, type PageChanges } from "./page-changes";
import { totalsOf } from "./totals";

export function changeSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
  change: PageChanges,
): Stripe.Checkout.Session {
  requireOpen(session);
  if (change.remove_payment_method !== undefined) {
    removeSaved(scope, session, change.remove_payment_method);
  }
  const state = changedState(scope, session, stateOf(scope, session.id), change);
  return saveWithTotals(scope, withShopper(session, change), state);
}

function removeSaved(scope: Scope, session: Stripe.Checkout.Session, id: string): void {
  const customer = idOf(session.customer);
  const allowed = session.saved_payment_method_options?.payment_method_remove === "enabled";
  if (customer !== null && allowed) return detachMethod(scope, customer, id);
  throw invalidRequest("Payment methods cannot be removed in this Checkout Session.", {
    param: "remove_payment_method",
  });
}

/** Saves both, with the totals that follow from the state. */
export function saveWithTotals(
  scope: Scope,
  before: Stripe.Checkout.Session,
  changed: SessionState,
): Stripe.Checkout.Session {
  const { session, state } = withAutomaticTax(scope, before, changed);
  const { items, amounts } = totalsOf(scope, state);
  scope.store.sessionStates.save({ ...state, items });
  if (session.mode === "setup") return scope.store.sessions.save(session);
  return scope.store.sessions.save({
    ...session,
    ...amounts,
    discounts: discountsOf(state),
    payment_status: amounts.amount_total === 0 ? "no_payment_required" : "unpaid",
  });
}

function withShopper(
  session: Stripe.Checkout.Session,
  change: PageChanges,
): Stripe.Checkout.Session {
  if (change.tax_id) readTaxId(change.tax_id);
  const known = session.customer_details ?? noDetails;
  const billing = change.billing_address ? placeOf(change.billing_address) : null;
  const shipping = change.shipping_address ? placeOf(change.shipping_address) : null;
  const collected = session.collected_information;
  const details = {
    ...known,
    email: change.email === undefined ? known.email : change.email,
    phone: change.phone === undefined ? known.phone : change.phone,
    name: change.name === undefined ? (billing?.name ?? known.name) : change.name,
    address: change.billing_address === undefined ? known.address : (billing?.address ?? null),
    tax_ids: change.tax_id === undefined ? known.tax_ids : taxIds(change.tax_id),
    business_name: change.business_name === undefined ? known.business_name : change.business_name,
  };
  const isKnown = Object.values(details).some((value) => value !== null && value !== "none");
  return {
    ...session,
    customer_details: isKnown ? details : session.customer_details,
    ...(change.custom_fields === undefined
      ? {}
      : { custom_fields: withCustomValues(session, change.custom_fields) }),
    ...(change.consent === undefined ? {} : { consent: consentOf(session, change.consent) }),
    collected_information: {
      business_name:
        change.business_name === undefined
          ? (collected?.business_name ?? null)
          : change.business_name,
      individual_name: collected?.individual_name ?? null,
      shipping_details:
        change.shipping_address === undefined
          ? (collected?.shipping_details ?? null)
          : shipping?.address
            ? { address: shipping.address, name: shipping.name ?? details.name ?? "" }
            : null,
    },
  };
}

const taxIds = (given: { type: string; value: string } | null) => (given === null ? [] : [given]);

function changedState(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
  change: PageChanges,
): SessionState {
  let changed = state;
  if (change.shipping_rate !== undefined) {
    if (!state.shippingRates.includes(change.shipping_rate)) {
      throw invalidRequest(`No such shipping rate: '${change.shipping_rate}'`, {
        code: "resource_missing",
        param: "shipping_rate",
      });
    }
    changed = { ...changed, shippingRate: change.shipping_rate };
  }
  if (change.promotion_code !== undefined) {
    if (session.allow_promotion_codes !== true) {
      throw invalidRequest("Promotion codes are not allowed on this Checkout Session.", {
        param: "promotion_code",
      });
    }
    const typed = change.promotion_code;
    const subtotal = session.amount_subtotal ?? 0;
    const discount = typed === null ? null : discountOfCode(scope, typed, subtotal);
    changed = { ...changed, discount };
  }
  for (const wanted of change.optional_items ?? []) {
    changed = withOptionalItem(scope, session, changed, wanted);
  }
  return change.line_items === undefined ? changed : withQuantities(changed, change.line_items);
}

/** The shopper adds something that the store offers beside what is bought, or takes it away. */
function withOptionalItem(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
  { price, quantity }: { price: string; quantity: number },
): SessionState {
  if (session.optional_items?.some((offer) => offer.price === price) !== true) {
    throw invalidRequest(`No such optional item: '${price}'`, {
      code: "resource_missing",
      param: "optional_items[0][price]",
    });
  }
  const others = state.items.filter((item) => item.price?.id !== price);
  const currency = session.currency ?? undefined;
  const added = quantity === 0 ? [] : makeLineItems(scope, [{ price, quantity }], currency);
  return { ...state, items: [...others, ...added] };
}

function withQuantities(
  state: SessionState,
  wanted: readonly { id: string; quantity: number }[],
): SessionState {
  const items = state.items.map((item) => {
    const change = wanted.find((entry) => entry.id === item.id);
    if (change === undefined) return item;
    const limits = item.adjustable_quantity;
    const low = limits?.minimum ?? 0;
    const high = limits?.maximum ?? 99;
    if (limits?.enabled !== true || change.quantity < low || change.quantity > high) {
      throw invalidRequest("The quantity of this line item cannot be changed to that.", {
        param: "line_items[0][quantity]",
      });
    }
    const subtotal = Math.round(Number(item.price?.unit_amount_decimal ?? 0) * change.quantity);
    return { ...item, quantity: change.quantity, amount_subtotal: subtotal };
  });
  return { ...state, items: items.filter((item) => item.quantity !== 0) };
}
