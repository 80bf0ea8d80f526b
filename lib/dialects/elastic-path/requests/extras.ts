import { z } from "zod";
import type { NewDiscount, NewTax } from "@/lib/cart/named/extras/change";
import { optionalText, text } from "./parts";

/** Taxes and discounts that a program adds to a cart. */
const most = 99_999_999;
const minor = z.int().min(0).max(most);

const taxFields = {
  type: z.literal("tax_item").optional(),
  id: text(100).optional(),
  name: optionalText(200),
  jurisdiction: optionalText(100),
  code: optionalText(100),
  rate: z.number().min(0).max(10).optional(),
  amount: minor.optional(),
};

type Rated = { rate?: number | undefined; amount?: number | undefined };
const isEither = ({ rate, amount }: Rated) => (rate === undefined) !== (amount === undefined);
const either = { path: ["rate"], error: "One of rate and amount is required, and not both" };
const isNotBoth = ({ rate, amount }: Rated) => rate === undefined || amount === undefined;

export const taxRequest = z.strictObject({
  data: z.strictObject(taxFields).refine(isEither, either),
});

export const changeTaxRequest = z.strictObject({
  data: z.strictObject(taxFields).refine(isNotBoth, either),
});

const ofItem = z.strictObject({
  item: z.strictObject({
    data: z.strictObject({ type: z.string().max(50), id: text(100).min(1) }),
  }),
});

const options = z.strictObject({ add_all_or_nothing: z.boolean().optional() }).nullish();

/** A list as it is, and as one official client wraps it a second time. */
const listOf = <T extends z.ZodType>(one: T) => {
  const list = z.array(one).min(1).max(100);
  return z.union([list, z.strictObject({ data: list, options })]);
};
const unwrapped = <T>(data: T[] | { data: T[] }): T[] => (Array.isArray(data) ? data : data.data);

export const taxesRequest = z.strictObject({
  data: listOf(z.strictObject({ ...taxFields, relationships: ofItem }).refine(isEither, either)),
  options,
});

type Tax = z.infer<typeof taxRequest>["data"];

export const newTax = (itemId: string, tax: Tax): NewTax => ({
  itemId,
  name: tax.name ?? "",
  jurisdiction: tax.jurisdiction ?? "",
  code: tax.code ?? "",
  rate: tax.rate ?? null,
  amountMinor: tax.amount ?? null,
});

export const newTaxes = ({ data }: z.infer<typeof taxesRequest>): NewTax[] =>
  unwrapped(data).map(({ relationships, ...tax }) => newTax(relationships.item.data.id, tax));

export function taxChange(tax: Tax): Partial<NewTax> {
  return {
    ...(tax.name != null && { name: tax.name }),
    ...(tax.jurisdiction != null && { jurisdiction: tax.jurisdiction }),
    ...(tax.code != null && { code: tax.code }),
    ...(tax.rate !== undefined && { rate: tax.rate, amountMinor: null }),
    ...(tax.amount !== undefined && { amountMinor: tax.amount, rate: null }),
  };
}

/** Below zero, as a number or as they show it. */
const taken = z.int().min(-most).max(-1);
const amountOff = z.union([
  taken,
  z.strictObject({
    amount: taken,
    currency: z.string().max(3).optional(),
    formatted: z.string().max(50).optional(),
    includes_tax: z.boolean().optional(),
  }),
]);

const discountFields = {
  type: z.literal("custom_discount").optional(),
  id: text(100).optional(),
  external_id: optionalText(200),
  discount_engine: optionalText(200),
  description: optionalText(1_000),
  discount_code: optionalText(100),
  amount: amountOff,
  relationships: z.union([ofItem, z.strictObject({})]).optional(),
};

const discount = z.strictObject(discountFields);

export const discountRequest = z.strictObject({ data: discount });
export const discountsRequest = z.strictObject({
  data: z.union([discount, listOf(discount)]),
  options,
});
export const changeDiscountRequest = z.strictObject({
  data: z.strictObject({ ...discountFields, amount: amountOff.optional() }),
});

type Discount = z.infer<typeof discount>;

/** `itemId`: the item that the path names; else what the body relates it to, or the whole cart. */
export function newDiscount(given: Discount, itemId?: string): NewDiscount {
  const { relationships } = given;
  const related = relationships && "item" in relationships ? relationships.item.data.id : null;
  return {
    itemId: itemId ?? related,
    externalId: given.external_id ?? "",
    engine: given.discount_engine ?? "",
    description: given.description ?? "",
    code: given.discount_code ?? "",
    amountMinor: offMinor(given.amount),
  };
}

const offMinor = (amount: z.infer<typeof amountOff>) =>
  -(typeof amount === "number" ? amount : amount.amount);

export function newDiscounts({ data }: z.infer<typeof discountsRequest>): NewDiscount[] {
  if (!Array.isArray(data) && !("data" in data)) return [newDiscount(data)];
  return unwrapped(data).map((one) => newDiscount(one));
}

type DiscountChange = z.infer<typeof changeDiscountRequest>["data"];

export function discountChange(given: DiscountChange): Partial<Omit<NewDiscount, "itemId">> {
  return {
    ...(given.external_id != null && { externalId: given.external_id }),
    ...(given.discount_engine != null && { engine: given.discount_engine }),
    ...(given.description != null && { description: given.description }),
    ...(given.discount_code != null && { code: given.discount_code }),
    ...(given.amount !== undefined && { amountMinor: offMinor(given.amount) }),
  };
}
