import { DomainError } from "@/lib/errors";
import { leastChargeMinor } from "@/lib/money/least-charge";
import type { Address } from "@/lib/shipping/address";
import type { ShippingRate } from "@/lib/shipping/rates";
import { noTax, type TaxRules } from "@/lib/tax/rates";
import { isPriced, lineProblem, type CheckoutCart, type PricedLine } from "./cart";
import { detailsProblems, normalAddress } from "./form/problems";
import { priceCart, type CartPrice } from "./price-cart";

export type OrderPlan = CartPrice & {
  currency: string;
  email: string;
  phone: string | null;
  shippingAddress: Address;
  billingAddress: Address;
  rate: ShippingRate;
  goods: PricedLine[];
};

type Conditions = {
  /** Those that lead to the cart's address. */
  rates: readonly ShippingRate[];
  tax: TaxRules;
  now: Date;
  /** What the shopper was shown: the goods, after codes. */
  seenGoodsMinor?: number | undefined;
};

/**
 * Decides what the order of a cart is, or that there can be none. Pure: the cart brings the prices, the
 * codes and the stock of the moment.
 *
 * @throws DomainError with a message for the shopper.
 */
export function planOrder(
  cart: Pick<CheckoutCart, "currency" | "draft" | "lines" | "promotions" | "giftCards">,
  { rates, tax, now, seenGoodsMinor }: Conditions,
): OrderPlan {
  const { currency, draft } = cart;
  const goods = buyable(cart.lines);
  const { subtotalMinor, discountMinor } = priceCart(cart, { rate: null, tax: noTax, now });
  refuseSurprise(subtotalMinor - discountMinor, seenGoodsMinor);
  const [problem] = detailsProblems(draft);
  if (problem !== undefined) {
    const message = `The contact or an address is not complete: ${problem.fieldId}.`;
    throw new DomainError("invalid_input", message);
  }
  const rate = chosen(rates, draft.rateCode);
  const shippingAddress = normalAddress(draft.shipping);
  const price = priceCart(cart, { rate, tax, now });
  requirePayable(price.payMinor, currency);
  return {
    currency,
    // One form for all: people find their order again however they write their own address.
    email: draft.email.toLowerCase(),
    phone: draft.phone || null,
    shippingAddress,
    billingAddress: draft.billing === null ? shippingAddress : normalAddress(draft.billing),
    rate,
    goods,
    ...price,
  };
}

function buyable(lines: CheckoutCart["lines"]): PricedLine[] {
  if (lines.length === 0) throw new DomainError("cart_empty", "Your bag is empty.");
  for (const line of lines) {
    const message = lineProblem(line);
    if (message === null) continue;
    const code = isPriced(line) ? "out_of_stock" : "price_unavailable";
    throw new DomainError(code, message, { sku: line.sku, available: line.availableQuantity });
  }
  return lines.filter(isPriced);
}

/** No card takes less, and it is said before anybody is asked for one. */
function requirePayable(payMinor: number, currency: CheckoutCart["currency"]): void {
  const leastMinor = leastChargeMinor(currency);
  if (payMinor === 0 || payMinor >= leastMinor) return;
  const message = "This is less than the least that can be paid by card.";
  throw new DomainError("amount_invalid", message, { leastMinor, currency });
}

/** Nobody pays more, or less, than they saw: a new price is shown before it is asked for. */
function refuseSurprise(nowMinor: number, seenMinor: number | undefined): void {
  if (seenMinor === undefined || seenMinor === nowMinor) return;
  throw new DomainError(
    "cart_changed",
    "A price or your bag changed since you opened this page. Please check the new total.",
    { nowMinor, seenMinor },
  );
}

function chosen(rates: readonly ShippingRate[], code: string): ShippingRate {
  const rate = rates.find((candidate) => candidate.code === code);
  if (rate !== undefined) return rate;
  const message =
    rates.length === 0
      ? "We cannot send this order to that country. Please choose another address."
      : "Please choose how the order is sent.";
  throw new DomainError("shipping_unavailable", message);
}
