/** What a card number says about itself while it is being typed. */
export type CardBrandName =
  "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay" | "unknown";

export type CardBrand = {
  readonly name: CardBrandName;
  readonly label: string;
  /** Digit counts that the network issues, ascending. */
  readonly lengths: readonly number[];
  readonly cvcLength: number;
  /** Sizes of the groups in which the number is printed on the card. */
  readonly groups: readonly number[];
};

const byFours = [4, 4, 4, 4, 3] as const;

const visa = brand("visa", "Visa", [16]);
const mastercard = brand("mastercard", "Mastercard", [16]);
const discover = brand("discover", "Discover", [16]);
const jcb = brand("jcb", "JCB", [16]);
const unionpay = brand("unionpay", "UnionPay", [13, 14, 15, 16, 17, 18, 19]);
const diners: CardBrand = { ...brand("diners", "Diners Club", [14, 16]), groups: [4, 6, 4, 2] };
const amex: CardBrand = {
  ...brand("amex", "American Express", [15]),
  cvcLength: 4,
  groups: [4, 6, 5],
};
export const unknownBrand = brand("unknown", "Card", [16]);

/** Number ranges by their first digits; the first row that covers the typed prefix wins. */
const ranges: readonly (readonly [from: number, to: number, brand: CardBrand])[] = [
  [34, 34, amex],
  [37, 37, amex],
  [3528, 3589, jcb],
  [300, 305, diners],
  [36, 36, diners],
  [38, 39, diners],
  [4, 4, visa],
  [51, 55, mastercard],
  [2221, 2720, mastercard],
  [62, 62, unionpay],
  [81, 81, unionpay],
  [6011, 6011, discover],
  [644, 649, discover],
  [65, 65, discover],
];

/** The brand of a number of which some digits are typed; `unknownBrand` when nothing is certain. */
export function brandOf(digits: string): CardBrand {
  for (const [from, to, found] of ranges) {
    const width = String(from).length;
    if (digits.length < width) continue;
    const prefix = Number(digits.slice(0, width));
    if (prefix >= from && prefix <= to) return found;
  }
  return unknownBrand;
}

/** The label for a brand that the API names, such as the brand of a saved card. */
export function brandLabel(name: string): string {
  const known = [visa, mastercard, amex, discover, diners, jcb, unionpay];
  return known.find((candidate) => candidate.name === name)?.label ?? "Card";
}

function brand(name: CardBrandName, label: string, lengths: readonly number[]): CardBrand {
  return { name, label, lengths, cvcLength: 3, groups: byFours };
}
