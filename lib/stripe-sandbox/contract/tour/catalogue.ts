import type Stripe from "stripe";
import { page } from "./common";

export async function catalogue(stripe: Stripe): Promise<void> {
  const product = await stripe.products.create({
    name: "Mug",
    images: ["http://localhost/mug.svg"],
    default_price_data: { currency: "usd", unit_amount: 1800 },
  });
  await stripe.products.update(product.id, { description: "Holds tea" });
  await stripe.products.retrieve(product.id, { expand: ["default_price"] });
  await stripe.products.list(page);
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 1500,
    product: product.id,
    lookup_key: "mug",
  });
  await stripe.prices.update(price.id, { nickname: "Sale" });
  await stripe.prices.retrieve(price.id, { expand: ["product"] });
  await stripe.prices.list(page);
  const bare = await stripe.products.create({ name: "Bowl" });
  await stripe.products.del(bare.id);
  const coupon = await stripe.coupons.create({ percent_off: 10, name: "Ten" });
  await stripe.coupons.update(coupon.id, { name: "Ten percent" });
  await stripe.coupons.retrieve(coupon.id);
  await stripe.coupons.list(page);
  const code = await stripe.promotionCodes.create({
    promotion: { type: "coupon", coupon: coupon.id },
    code: "TEN",
  });
  await stripe.promotionCodes.update(code.id, { metadata: { a: "1" } });
  await stripe.promotionCodes.retrieve(code.id, { expand: ["promotion.coupon"] });
  await stripe.promotionCodes.list(page);
  await stripe.coupons.del((await stripe.coupons.create({ amount_off: 100, currency: "usd" })).id);
  const rate = await stripe.shippingRates.create({
    display_name: "Post",
    fixed_amount: { amount: 500, currency: "usd" },
    delivery_estimate: { minimum: { unit: "business_day", value: 2 } },
  });
  await stripe.shippingRates.update(rate.id, { metadata: { a: "1" } });
  await stripe.shippingRates.retrieve(rate.id);
  await stripe.shippingRates.list(page);
  await taxes(stripe);
}

async function taxes(stripe: Stripe): Promise<void> {
  const tax = await stripe.taxRates.create({
    display_name: "VAT",
    inclusive: true,
    percentage: 20,
  });
  await stripe.tax.calculations.create({
    currency: "eur",
    line_items: [{ amount: 1800, reference: "mug" }],
    shipping_cost: { amount: 500 },
    customer_details: { address: { country: "DE" }, address_source: "shipping" },
  });
  await stripe.taxRates.update(tax.id, { description: "Value added" });
  await stripe.taxRates.retrieve(tax.id);
  await stripe.taxRates.list(page);
}
