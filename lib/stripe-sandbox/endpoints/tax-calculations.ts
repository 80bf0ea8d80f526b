import type Stripe from "stripe";
import { z } from "zod";
import { endpoint } from "../endpoint";
import { invalidRequest } from "../errors";
import { newId } from "../ids";
import { addressOf, addressParams } from "../methods/contact-params";
import { currency, integer, list, metadata, oneOf, text } from "../params";
import { plainRateAt, type PlainRate } from "../sessions/automatic-tax";

/** Stripe's code for goods that no other code is about, and for shipping. */
const GOODS = "txcd_99999999";
const SHIPPING = "txcd_92010001";
const KEPT_FOR = 90 * 24 * 3600;

const behaviour = () => oneOf("exclusive", "inclusive").optional();

const params = z.strictObject({
  currency: currency(),
  customer_details: z.strictObject({
    address: addressParams.optional(),
    address_source: oneOf("billing", "shipping").optional(),
  }),
  line_items: list(
    z.strictObject({
      amount: integer(-99_999_999, 99_999_999),
      metadata: metadata().optional(),
      quantity: integer(1).optional(),
      reference: text(500).optional(),
      tax_behavior: behaviour(),
      tax_code: text().optional(),
    }),
    1000,
  ),
  shipping_cost: z
    .strictObject({
      amount: integer(0, 99_999_999).optional(),
      tax_behavior: behaviour(),
      tax_code: text().optional(),
    })
    .optional(),
  tax_date: integer().optional(),
});

type Params = z.output<typeof params>;
type Behaviour = "exclusive" | "inclusive";

/** One plain rate for each place, as `automatic_tax` has it, rounded for each line. */
const create = endpoint("POST /v1/tax/calculations", params, (call): Stripe.Tax.Calculation => {
  const { body } = call;
  const address = addressOf(body.customer_details.address);
  if (address === null || !address.country) {
    throw invalidRequest(
      "We could not determine the customer's tax location based on the provided customer address.",
      { code: "customer_tax_location_invalid", param: "customer_details[address]" },
    );
  }
  const rate = plainRateAt(address);
  const items = body.line_items.map((line, at) => itemOf(line, at, rate));
  const shipping = shippingOf(body.shipping_cost, rate);
  const parts = [...items, ...(shipping === null ? [] : [shipping])];
  const exclusive = taxOf(parts, "exclusive");
  return {
    id: newId("taxcalc"),
    object: "tax.calculation",
    amount_total: parts.reduce((total, { amount }) => total + amount, exclusive),
    currency: body.currency,
    customer: null,
    customer_details: {
      address,
      address_source: body.customer_details.address_source ?? "shipping",
      ip_address: null,
      tax_ids: [],
      taxability_override: "none",
    },
    expires_at: call.now + KEPT_FOR,
    line_items: { object: "list", data: items, has_more: false, url: "/v1/tax/calculations" },
    livemode: false,
    ship_from_details: null,
    shipping_cost: shipping,
    tax_amount_exclusive: exclusive,
    tax_amount_inclusive: taxOf(parts, "inclusive"),
    tax_breakdown: breakdownOf(parts, rate),
    tax_date: body.tax_date ?? call.now,
  };
});

function itemOf(
  line: Params["line_items"][number],
  at: number,
  rate: PlainRate | null,
): Stripe.Tax.CalculationLineItem {
  const { amount, quantity = 1, reference = `L${at + 1}`, tax_code = GOODS } = line;
  const tax_behavior = line.tax_behavior ?? "exclusive";
  const amount_tax = due(amount, rate, tax_behavior);
  return {
    id: newId("tax_li"),
    object: "tax.calculation_line_item",
    amount,
    amount_tax,
    livemode: false,
    metadata: {},
    performance_location: null,
    product: null,
    quantity,
    reference,
    tax_behavior,
    tax_breakdown: partBreakdown(amount, amount_tax, tax_behavior, rate),
    tax_code,
  };
}

function shippingOf(
  cost: Params["shipping_cost"],
  rate: PlainRate | null,
): Stripe.Tax.Calculation.ShippingCost | null {
  if (cost === undefined) return null;
  const { amount = 0, tax_behavior = "exclusive", tax_code = SHIPPING } = cost;
  const amount_tax = due(amount, rate, tax_behavior);
  const tax_breakdown = partBreakdown(amount, amount_tax, tax_behavior, rate);
  return { amount, amount_tax, tax_behavior, tax_breakdown, tax_code };
}

function due(amount: number, rate: PlainRate | null, behaviourOf: Behaviour): number {
  if (rate === null) return 0;
  const part = rate.percentage / 100;
  return Math.round(behaviourOf === "inclusive" ? amount - amount / (1 + part) : amount * part);
}

function partBreakdown(
  amount: number,
  tax: number,
  behaviourOf: Behaviour,
  rate: PlainRate | null,
) {
  if (rate === null) return [];
  const { country, name, percentage, region } = rate;
  const level = region === "" ? "country" : "state";
  return [
    {
      amount: tax,
      jurisdiction: { country, display_name: region || country, level, state: region || null },
      sourcing: "destination" as const,
      tax_rate_details: {
        display_name: name,
        percentage_decimal: String(percentage),
        tax_type: taxTypeOf(rate),
      },
      taxability_reason: "standard_rated" as const,
      taxable_amount: behaviourOf === "inclusive" ? amount - tax : amount,
    },
  ];
}

const taxTypeOf = ({ country }: PlainRate) => (country === "US" ? "sales_tax" : "vat");

type Part = Pick<Stripe.Tax.CalculationLineItem, "amount" | "amount_tax" | "tax_behavior">;

function taxOf(parts: readonly Part[], behaviourOf: Behaviour): number {
  return parts
    .filter(({ tax_behavior }) => tax_behavior === behaviourOf)
    .reduce((total, { amount_tax }) => total + amount_tax, 0);
}

function breakdownOf(parts: readonly Part[], rate: PlainRate | null) {
  if (rate === null) return [];
  const { country, percentage, region } = rate;
  return (["exclusive", "inclusive"] as const).flatMap((behaviourOf) => {
    const own = parts.filter(({ tax_behavior }) => tax_behavior === behaviourOf);
    if (own.length === 0) return [];
    const amount = taxOf(own, behaviourOf);
    const base = own.reduce((total, part) => total + part.amount, 0);
    const inclusive = behaviourOf === "inclusive";
    return {
      amount,
      inclusive,
      tax_rate_details: {
        country,
        flat_amount: null,
        percentage_decimal: String(percentage),
        rate_type: "percentage" as const,
        state: region || null,
        tax_type: taxTypeOf(rate),
      },
      taxability_reason: "standard_rated" as const,
      taxable_amount: inclusive ? base - amount : base,
    };
  });
}

export const taxCalculationEndpoints = [create];
