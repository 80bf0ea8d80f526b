import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { makePrice } from "../catalogue/make-price";
import { makeProduct } from "../catalogue/make-product";
import type { Scope } from "../scope";
import type { LineItem, Price } from "../wire";
import type { LineItemInput } from "./session-parts";

/** Makes a session's lines. Prices and products given inline are made, and are inactive. */
export function makeLineItems(
  scope: Scope,
  given: readonly LineItemInput[],
  wantedCurrency?: string,
): LineItem[] {
  const items = given.map((item, at) => makeLineItem(scope, item, at));
  const currency = wantedCurrency ?? items[0]?.currency;
  const other = items.find((item) => item.currency !== currency);
  if (other !== undefined) {
    throw invalidRequest(
      `You must use the same currency for all line items: \`${currency}\` and \`${other.currency}\` were given.`,
      { param: "line_items" },
    );
  }
  return items;
}

function makeLineItem(scope: Scope, item: LineItemInput, at: number): LineItem {
  const price = priceOf(scope, item, at);
  const quantity = item.quantity ?? (item.adjustable_quantity === undefined ? null : 1);
  if (quantity === null) {
    throw invalidRequest("Quantity is required. Add `quantity` to `line_items[" + at + "]`", {
      code: "parameter_missing",
      param: `line_items[${at}][quantity]`,
    });
  }
  const subtotal = Math.round(Number(price.unit_amount_decimal) * quantity);
  const product = scope.store.products.find(String(price.product));
  const { adjustable_quantity: adjustable } = item;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity:
      adjustable === undefined
        ? null
        : {
            enabled: adjustable.enabled,
            maximum: adjustable.maximum ?? 99,
            minimum: adjustable.minimum ?? 0,
          },
    amount_discount: 0,
    amount_subtotal: subtotal,
    amount_tax: 0,
    amount_total: subtotal,
    currency: price.currency,
    description: product?.name ?? price.nickname,
    metadata: mergeMetadata({}, item.metadata),
    price,
    quantity,
    ...(item.tax_rates === undefined ? {} : { taxes: taxesOf(scope, item.tax_rates, at) }),
  };
}

/** Tax rates stand in `taxes` from the start; their amounts follow with the totals. */
function taxesOf(scope: Scope, ids: readonly string[], at: number): LineItem["taxes"] {
  return ids.map((id) => ({
    amount: 0,
    rate: findOr(scope.store.taxRates, "tax rate", id, `line_items[${at}][tax_rates]`, 400),
    taxability_reason: "standard_rated",
    taxable_amount: 0,
  }));
}

function priceOf(scope: Scope, item: LineItemInput, at: number): Price {
  if (item.price !== undefined && item.price_data !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: price, price_data.", {
      code: "parameters_exclusive",
      param: `line_items[${at}]`,
    });
  }
  if (item.price !== undefined) {
    const price = findOr(scope.store.prices, "price", item.price, `line_items[${at}][price]`, 400);
    if (price.recurring !== null) {
      throw invalidRequest(
        "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
        { param: "line_items" },
      );
    }
    if (price.active) return price;
    throw invalidRequest(
      `The price specified is inactive. This field only accepts active prices.`,
      { param: `line_items[${at}][price]` },
    );
  }
  const data = item.price_data;
  if (data === undefined) throw missingParam(`line_items[${at}][price_data]`);
  const base = `line_items[${at}][price_data]`;
  if (data.unit_amount === undefined && data.unit_amount_decimal === undefined) {
    throw missingParam(`${base}[unit_amount]`);
  }
  if (data.product === undefined && data.product_data === undefined) {
    throw missingParam(`${base}[product_data]`);
  }
  const { product_data, product, currency, unit_amount, unit_amount_decimal, tax_behavior } = data;
  const id =
    product_data === undefined
      ? findOr(scope.store.products, "product", product ?? "", `${base}[product]`, 400).id
      : scope.store.products.save({ ...makeProduct(scope, product_data), active: false }).id;
  const price = makePrice(scope, {
    active: false,
    currency,
    product: id,
    ...(unit_amount === undefined ? {} : { unit_amount }),
    ...(unit_amount_decimal === undefined ? {} : { unit_amount_decimal }),
    ...(tax_behavior === undefined ? {} : { tax_behavior }),
  });
  return scope.store.prices.save(price);
}
