import type { Stripe } from "stripe";
import { DomainError } from "@/lib/errors";
import type { TaxAnswer, TaxQuestion } from "@/lib/payments/gateways/tax";
import type { TaxLine } from "@/lib/tax/tax";
import { requestPatience, stripe } from "./client";
import { readError } from "./errors";

/**
 * Asks Stripe Tax what is due. Nothing is kept there: a calculation is a question.
 *
 * @throws DomainError invalid_input when Stripe cannot place the address, gateway_down when it is silent
 */
export async function askStripeTax(question: TaxQuestion): Promise<TaxAnswer> {
  try {
    return answerOf(await stripe().tax.calculations.create(paramsOf(question), requestPatience()));
  } catch (error) {
    const refusal = readError(error);
    const options = { cause: error };
    if (refusal.kind === "unknown") {
      const message = "The tax cannot be worked out just now. Try again soon.";
      throw new DomainError("gateway_down", message, {}, options);
    }
    const { code } = refusal.failure;
    const message = "The tax of this address cannot be worked out. Is it complete?";
    throw new DomainError("invalid_input", message, { reason: code }, options);
  }
}

function paramsOf(question: TaxQuestion): Stripe.Tax.CalculationCreateParams {
  const { address, currency, included, lines, shippingMinor } = question;
  const tax_behavior = included ? "inclusive" : "exclusive";
  const { line1, city, region, postalCode, country } = address;
  return {
    currency: currency.toLowerCase(),
    line_items: lines.map((amount, at) => ({ amount, reference: `line-${at + 1}`, tax_behavior })),
    shipping_cost: { amount: shippingMinor, tax_behavior },
    customer_details: {
      address: { line1, city, state: region, postal_code: postalCode, country },
      address_source: "shipping",
    },
    expand: ["line_items.data.tax_breakdown", "shipping_cost.tax_breakdown"],
  };
}

type Breakdown = Stripe.Tax.CalculationLineItem.TaxBreakdown | ShippingBreakdown;
type ShippingBreakdown = Stripe.Tax.Calculation.ShippingCost.TaxBreakdown;

function answerOf({ line_items, shipping_cost }: Stripe.Tax.Calculation): TaxAnswer {
  const items = line_items?.data ?? [];
  const parts: Breakdown[] = [
    ...items.flatMap((item) => item.tax_breakdown ?? []),
    ...(shipping_cost?.tax_breakdown ?? []),
  ];
  return {
    lineTaxes: items.map(({ amount_tax }) => amount_tax),
    shippingTaxMinor: shipping_cost?.amount_tax ?? 0,
    taxLines: [...byRate(parts).values()],
  };
}

function byRate(parts: readonly Breakdown[]): Map<string, TaxLine> {
  const lines = new Map<string, TaxLine>();
  for (const { amount, tax_rate_details, taxable_amount } of parts) {
    if (tax_rate_details === null) continue;
    const { display_name: name, percentage_decimal: percent } = tax_rate_details;
    const basisPoints = Math.round(Number(percent) * 100_000) / 1000;
    const before = lines.get(`${name} ${percent}`) ?? {
      name,
      basisPoints,
      baseMinor: 0,
      amountMinor: 0,
    };
    lines.set(`${name} ${percent}`, {
      ...before,
      baseMinor: before.baseMinor + taxable_amount,
      amountMinor: before.amountMinor + amount,
    });
  }
  return lines;
}
