import type Stripe from "stripe";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import type { LineItem } from "../wire";

type Amounts = Pick<
  Stripe.Checkout.Session,
  "amount_subtotal" | "amount_total" | "total_details" | "shipping_cost"
>;

/**
 * What a session costs now: lines, minus the discount (shared over the lines without losing a unit),
 * plus tax, plus shipping. Answers the lines with their shares in them.
 */
export function totalsOf(
  scope: Scope,
  state: SessionState,
): { items: LineItem[]; amounts: Amounts } {
  const subtotal = sum(state.items.map((item) => item.amount_subtotal));
  const discounts = shares(
    discountOf(scope, state, subtotal),
    state.items.map((item) => item.amount_subtotal),
  );
  const items = state.items.map((item, at) => priced(item, discounts[at] ?? 0));
  const shipping = shippingCost(scope, state);
  const amount_discount = sum(discounts);
  const amount_tax = sum(items.map((item) => item.amount_tax));
  const lines = sum(items.map((item) => item.amount_total));
  return {
    items,
    amounts: {
      amount_subtotal: subtotal,
      amount_total: lines + (shipping?.amount_total ?? 0),
      shipping_cost: shipping,
      total_details: {
        amount_discount,
        amount_shipping: shipping?.amount_subtotal ?? 0,
        amount_tax,
      },
    },
  };
}

function priced(item: LineItem, discount: number): LineItem {
  const base = item.amount_subtotal - discount;
  let exclusive = 0;
  let tax = 0;
  const taxes = item.taxes?.map((entry) => {
    const { inclusive, percentage } = entry.rate;
    const part = percentage / 100;
    const amount = Math.round(inclusive ? base - base / (1 + part) : base * part);
    tax += amount;
    if (!inclusive) exclusive += amount;
    return { ...entry, amount, taxable_amount: inclusive ? base - amount : base };
  });
  return {
    ...item,
    amount_discount: discount,
    amount_tax: tax,
    amount_total: base + exclusive,
    ...(taxes === undefined ? {} : { taxes }),
  };
}

/** What the coupon takes off, never more than there is. */
export function discountOf(scope: Scope, state: SessionState, subtotal: number): number {
  const coupon = scope.store.coupons.find(state.discount?.coupon ?? "");
  if (coupon === undefined) return 0;
  const off = coupon.amount_off ?? Math.round((subtotal * (coupon.percent_off ?? 0)) / 100);
  return Math.min(off, subtotal);
}

/** Splits `total` by weight; the largest remainders get the units that are left over. */
function shares(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / whole);
  const floors = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  let left = total - sum(floors);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    left--;
  }
  return floors;
}

function shippingCost(
  scope: Scope,
  state: SessionState,
): Stripe.Checkout.Session.ShippingCost | null {
  if (state.shippingRate === null) return null;
  const amount = scope.store.shippingRates.find(state.shippingRate)?.fixed_amount?.amount ?? 0;
  return {
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    shipping_rate: state.shippingRate,
  };
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
