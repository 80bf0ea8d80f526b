import { shopCurrencies, type Currency } from "@/lib/money/currency";

/** A market is what the store sells in one currency: there is one price list for each, and no more. */
export type Market = { id: string; number: number; code: string; name: string; currency: Currency };

const names = new Intl.DisplayNames("en-US", { type: "currency" });

export const markets: readonly Market[] = shopCurrencies.map((currency, at) => ({
  id: currency.toLowerCase(),
  number: at + 1,
  code: currency,
  name: names.of(currency) ?? currency,
  currency,
}));

/** `market:1`, `market:id:usd`, `market:code:USD`, `market:all`. Null: a scope that leads nowhere. */
export function marketsOf(scope: string): readonly Market[] | null {
  const found = scope
    .split(/\s+/)
    .filter((part) => part.startsWith("market:"))
    .map(marketsNamed);
  const all = found.flat();
  return found.length === 0 || found.some((each) => each.length === 0) ? null : all;
}

function marketsNamed(part: string): readonly Market[] {
  const [, first = "", second] = part.split(":");
  if (first === "all" && second === undefined) return markets;
  return markets.filter((market) =>
    second === undefined
      ? [String(market.number), market.id].includes(first)
      : (first === "id" && market.id === second) ||
        (first === "code" && market.code.toLowerCase() === second.toLowerCase()),
  );
}
