import type { NamedCart, NamedItem } from "@/lib/cart/named/view";
import { DomainError } from "@/lib/errors";
import type { Address } from "@/lib/shipping/address";
import { priceOrder, type Priced, type Totals } from "@/lib/pricing/price";
import type { ShippingRate } from "@/lib/shipping/rates";
import type { TaxRules } from "@/lib/tax/rates";

export type DraftDetails = {
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** Null: none was chosen. */
  rateCode: string | null;
};

export type DraftLine = {
  id: string;
  variantId: string | null;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
};

export type DraftPlan = Totals & {
  lines: DraftLine[];
  rate: ShippingRate | null;
  /** With what each took off, free shipping included. */
  promotions: Priced["promotions"];
};

/**
 * What the order of a cart is now. A rate that does not lead to the address any more is dropped, unless
 * it was chosen just now. Pure.
 *
 * @throws DomainError price_unavailable, shipping_unavailable
 */
export function planDraftOrder(
  cart: Pick<NamedCart, "items" | "pricing">,
  { rates, tax }: { rates: readonly ShippingRate[]; tax: TaxRules },
  { rateCode, isChosenNow }: { rateCode: string | null; isChosenNow: boolean },
): DraftPlan {
  const rate = rates.find(({ code }) => code === rateCode) ?? null;
  if (rate === null && rateCode !== null && isChosenNow) {
    throw new DomainError("shipping_unavailable", "This order cannot be sent that way.");
  }
  const shippingMinor = cart.items.length === 0 ? 0 : (rate?.amountMinor ?? 0);
  const {
    lines,
    idlePromotions: _idle,
    ...priced
  } = priceOrder({
    ...cart.pricing,
    shippingMinor,
    tax,
  });
  return { ...priced, rate, lines: cart.items.map((item, at) => lineOf(item, lines[at])) };
}

function lineOf(item: NamedItem, priced: Priced["lines"][number] | undefined): DraftLine {
  const { id, variantId, sku, name, variantTitle, imageUrl, quantity, unitPriceMinor } = item;
  if (unitPriceMinor === null) {
    throw new DomainError("price_unavailable", `${name} is not for sale any more.`, { sku });
  }
  const what = { id, variantId, sku, title: name, variantTitle, imageUrl, quantity };
  const amounts = priced ?? { discountMinor: 0, taxMinor: 0, totalMinor: item.valueMinor };
  return { ...what, unitPriceMinor, ...amounts };
}

type Missing = { field: string; message: string };

/** What has to be known before anybody is asked for money, in the order in which people fill it in. */
export function missingParts(details: DraftDetails, lines: readonly DraftLine[]): Missing[] {
  const { email, shippingAddress, billingAddress, rateCode } = details;
  const missing: Missing[] = [];
  const need = (field: string, isThere: boolean) => {
    if (!isThere) missing.push({ field, message: "can't be blank" });
  };
  need("line_items", lines.length > 0);
  need("customer_email", email !== "");
  need("billing_address", billingAddress !== null && billingAddress.line1 !== "");
  // What is not in the catalogue is a service or a fee, and is not sent.
  if (lines.some(({ variantId }) => variantId !== null)) {
    need("shipping_address", shippingAddress !== null && shippingAddress.line1 !== "");
    need("shipping_method", rateCode !== null);
  }
  return missing;
}
