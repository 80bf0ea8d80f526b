import { z } from "zod";
import { database } from "@/lib/db/client";
import { updateVariant, type NewPrice } from "@/lib/merchants/update-product";
import { currencySchema, shopCurrencies, type Currency } from "@/lib/money/currency";
import { invalid, notFound } from "../errors";
import { write } from "../protocol/resource";
import { maybeTo, none, text } from "./parts";

/** What a back office keeps in step with this store: what goods cost, and how many of them there are. */
const cents = z.int().min(0).max(99_999_999);

const amounts = { amount_cents: cents, compare_at_amount_cents: cents.nullish() };

type Given = { amount_cents: number; compare_at_amount_cents?: number | null | undefined };

const priceOf = (currency: Currency, given: Given): NewPrice => ({
  currency,
  amountMinor: given.amount_cents,
  ...(given.compare_at_amount_cents !== undefined && {
    compareAtMinor: given.compare_at_amount_cents,
  }),
});

/** A price list is what is sold in one currency; its id is the currency in lower case. */
export const createPrice = write(
  z.object({
    attributes: z.strictObject({
      ...amounts,
      currency_code: z.enum(shopCurrencies).nullish(),
      sku_code: text(100).nullish(),
    }),
    relationships: z.strictObject({ sku: maybeTo("skus"), price_list: maybeTo("price_lists") }),
  }),
  async ({ data: { attributes, relationships } }) => {
    const named = attributes.currency_code ?? relationships.price_list?.toUpperCase();
    const currency = z.enum(shopCurrencies).safeParse(named);
    if (!currency.success) throw invalid("currency_code", "can't be blank", "blank");
    const variantId = await variantOf({ id: relationships.sku, sku: attributes.sku_code });
    const key = { variantId, currency: currency.data };
    const db = await database();
    const known = await db.price.count({ where: key });
    if (known > 0) throw invalid("currency_code", "has already been taken", "taken");
    await updateVariant({ variantId, prices: [priceOf(currency.data, attributes)], stock: null });
    return `${variantId}-${currency.data.toLowerCase()}`;
  },
);

/** @throws RequestError 422 when there is no such thing, or none is named */
async function variantOf(named: { id?: string | undefined; sku?: string | null | undefined }) {
  const { id, sku } = named;
  const byId = z.uuid().safeParse(id);
  const where = byId.success ? { id: byId.data } : { sku: sku ?? "" };
  const found = await (
    await database()
  ).variant.findFirst({ where: { ...where, product: { status: "live" } }, select: { id: true } });
  if (found !== null) return found.id;
  throw invalid("sku", id || sku ? "does not exist" : "can't be blank", "not_found");
}

export const updatePrice = write(
  z.object({
    attributes: z.strictObject({ ...amounts, amount_cents: cents.optional() }),
    relationships: none,
  }),
  async ({ id, data: { attributes } }) => {
    const variantId = id.slice(0, 36);
    const currency = currencySchema.parse(id.slice(37).toUpperCase());
    const where = { variantId_currency: { variantId, currency } };
    const price = await (await database()).price.findUnique({ where });
    if (price === null) throw notFound();
    const { amount_cents = Number(price.amountMinor), ...rest } = attributes;
    const prices = [priceOf(currency, { amount_cents, ...rest })];
    await updateVariant({ variantId, prices, stock: null });
    return id;
  },
);

/** What can still be sold, as these clients count: what open orders hold is no part of it. */
export const updateStockItem = write(
  z.object({
    attributes: z.strictObject({ quantity: z.int().min(0).max(1_000_000) }),
    relationships: none,
  }),
  async ({ id, data: { attributes } }) => {
    await updateVariant({ variantId: id, prices: [], stock: { available: attributes.quantity } });
    return id;
  },
);
