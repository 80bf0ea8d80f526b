import { giftCardProblem, shareOfGiftCards, type GiftCardProblem } from "@/lib/gift-cards/find";
import { sum } from "@/lib/money/divide";
import { leastChargeMinor } from "@/lib/money/least-charge";
import { goodsMinor, priceOrder, type Priced, type PricingLine } from "@/lib/pricing/price";
import type { Parcel, ShippingRate } from "@/lib/shipping/rates";
import type { TaxRules } from "@/lib/tax/rates";
import { isPriced, type CheckoutCart, type CheckoutLine, type PricedLine } from "./cart";

/** What each entered gift card gives to the order, and what keeps one from it. */
export type GiftCardShare = {
  id: string;
  last4: string;
  amountMinor: number;
  problem: GiftCardProblem | null;
};

export type CartPrice = Priced & {
  giftCards: GiftCardShare[];
  /** What is left to pay in another way. */
  payMinor: number;
};

type Priceable = Pick<CheckoutCart, "currency" | "lines" | "promotions" | "giftCards">;
type Conditions = { rate: ShippingRate | null; tax: TaxRules; now: Date };

/** What a shopper's cart costs. What cannot be bought is in no sum. Pure. */
export function priceCart(cart: Priceable, { rate, tax, now }: Conditions): CartPrice {
  const { currency, promotions } = cart;
  const lines = cart.lines.filter(isPriced).map(pricingLine);
  const shippingMinor = rate?.amountMinor ?? 0;
  const priced = priceOrder({ currency, now, lines, promotions, shippingMinor, tax });
  const problems = cart.giftCards.map((card) => giftCardProblem(card, { currency, now }));
  const usable = cart.giftCards.map(({ balanceMinor }, at) => (problems[at] ? 0 : balanceMinor));
  const shares = shareOfGiftCards(usable, priced.totalMinor, leastChargeMinor(currency));
  const giftCards = cart.giftCards.map(({ id, last4 }, at) => {
    return { id, last4, amountMinor: shares[at] ?? 0, problem: problems[at] ?? null };
  });
  return { ...priced, giftCards, payMinor: priced.totalMinor - sum(shares) };
}

export const pricingLine = (line: PricedLine): PricingLine => ({
  totalMinor: line.unitPriceMinor * line.quantity,
  productId: line.productId,
  categoryId: line.categoryId,
  isGoods: true,
});

/** What shipping is measured by. */
export function parcelOf(
  { currency, lines, locale }: Pick<CheckoutCart, "currency" | "lines" | "locale">,
  { country, region }: { country: string; region: string },
): Parcel {
  const weight = ({ weightGrams, quantity }: CheckoutLine) => weightGrams * quantity;
  return {
    country,
    region,
    currency,
    locale,
    goodsMinor: goodsMinor(lines.filter(isPriced).map(pricingLine)),
    weightGrams: sum(lines.map(weight)),
  };
}
