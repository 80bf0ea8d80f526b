import { chargeStep } from "@/lib/money/charge-step";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { parseMajor, toMajor } from "@/lib/money/money";
import type { Basis, Tier } from "./charge";
import type { PriceDraft } from "./manage";

/**
 * A rate's prices as a merchant writes them, one currency a line:
 *
 *     USD 7.00; free from 100; from 1000: 9.00; from 5000: 15.00
 *
 * A tier begins at grams where the rate goes by weight, and at an amount where it goes by the goods' total.
 * Null: some line is something else.
 */
export function parsePriceLines(text: string, basis: Basis): PriceDraft[] | null {
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const prices = lines.map((line) => parseLine(line, basis));
  const sound = prices.flatMap((price) => price ?? []);
  const isOnce = new Set(sound.map(({ currency }) => currency)).size === sound.length;
  return sound.length === lines.length && isOnce ? sound : null;
}

function parseLine(line: string, basis: Basis): PriceDraft | null {
  const [first = "", ...parts] = line.split(";").map((part) => part.trim());
  const match = /^([A-Za-z]{3})\s+(\S+)$/.exec(first);
  const currency = currencySchema.safeParse(match?.[1]);
  const amountMinor = currency.success ? parseMajor(match?.[2] ?? "", currency.data) : null;
  if (!currency.success || amountMinor === null) return null;
  const price: PriceDraft = {
    currency: currency.data,
    amountMinor,
    freeFromMinor: null,
    tiers: [],
  };
  for (const part of parts.filter(Boolean)) {
    const free = /^free from (\S+)$/i.exec(part);
    const tier = free ? null : parseTier(part, currency.data, basis);
    const freeFromMinor = free ? parseMajor(free[1] ?? "", currency.data) : null;
    if (freeFromMinor !== null) price.freeFromMinor = freeFromMinor;
    else if (tier !== null) price.tiers.push(tier);
    else return null;
  }
  const amounts = [price.amountMinor, ...price.tiers.map((tier) => tier.amountMinor)];
  if (amounts.some((minor) => minor % chargeStep(currency.data) !== 0)) return null;
  price.tiers.sort((a, b) => a.from - b.from);
  return price;
}

function parseTier(part: string, currency: Currency, basis: Basis): Tier | null {
  const match = /^from (\S+?)\s*:\s*(\S+)$/i.exec(part);
  if (match === null || basis === "flat") return null;
  const [, begins = "", costs = ""] = match;
  const grams = /^\d{1,9}$/.test(begins) ? Number(begins) : null;
  const from = basis === "weight" ? grams : parseMajor(begins, currency);
  const amountMinor = parseMajor(costs, currency);
  return from === null || amountMinor === null ? null : { from, amountMinor };
}

/** The other way round. */
export function priceLines(prices: readonly PriceDraft[], basis: Basis): string {
  return prices
    .map(({ currency, amountMinor, freeFromMinor, tiers }) => {
      const major = (minor: number) => toMajor({ minor, currency });
      const begins = (from: number) => (basis === "weight" ? String(from) : major(from));
      return [
        `${currency} ${major(amountMinor)}`,
        ...(freeFromMinor === null ? [] : [`free from ${major(freeFromMinor)}`]),
        ...tiers.map((tier) => `from ${begins(tier.from)}: ${major(tier.amountMinor)}`),
      ].join("; ");
    })
    .join("\n");
}
