import { Stripe } from "stripe";
import { stripe } from "./client";

export type SoldAt = {
  variantId: string;
  productId: string;
  sku: string;
  /** "Quay Mug (Ochre)" */
  name: string;
  currency: string;
  amountMinor: number;
};

/**
 * Makes sure that Stripe has a product of this name and a price of this amount, and gives the price's
 * id. Both are found by our own ids, so however often and from wherever this runs there is one of each.
 *
 * @throws an error of the SDK when Stripe does not answer or refuses
 */
export async function syncPrice(sold: SoldAt): Promise<string> {
  const product = await syncProduct(sold);
  const { prices } = stripe();
  const lookup_key = `tender_${sold.variantId}_${sold.currency.toLowerCase()}`;
  const { data } = await prices.list({ lookup_keys: [lookup_key], limit: 1 });
  const [known] = data;
  if (known?.active && known.unit_amount === sold.amountMinor) return known.id;
  // Prices cannot be changed at Stripe: the new one takes over the name, and the old one is put away.
  const created = await prices.create(
    {
      product,
      currency: sold.currency.toLowerCase(),
      unit_amount: sold.amountMinor,
      lookup_key,
      transfer_lookup_key: true,
      metadata: { variant_id: sold.variantId, sku: sold.sku },
    },
    { idempotencyKey: `${lookup_key}_${sold.amountMinor}_after_${known?.id ?? "none"}` },
  );
  if (known?.active) await prices.update(known.id, { active: false });
  return created.id;
}

async function syncProduct({ variantId, productId, sku, name }: SoldAt): Promise<string> {
  const { products } = stripe();
  const id = `tender_${variantId}`;
  const metadata = { variant_id: variantId, product_id: productId, sku };
  try {
    const known = await products.retrieve(id);
    if (known.name !== name || !known.active) await products.update(id, { name, active: true });
  } catch (error) {
    const isMissing = error instanceof Stripe.errors.StripeInvalidRequestError;
    if (!isMissing || error.statusCode !== 404) throw error;
    await products.create({ id, name, metadata }, { idempotencyKey: `${id}_${name}` });
  }
  return id;
}
