import type { Prisma, PrismaClient } from "@/lib/db/client";
import { shopCurrencies } from "@/lib/money/currency";
import { catalogSeed } from "./catalog";
import type {
  CategorySeed,
  Prices,
  ProductSeed,
  SeedCurrency,
  ShippingRateSeed,
  VariantSeed,
} from "./catalog";
import { categoryTranslations, productTranslations, shippingTranslations } from "./translations";

type Db = Prisma.TransactionClient;

/**
 * Writes the demo shop. Running it again brings texts, prices and pictures back to what stands in the
 * seed, found by slug and SKU; stock is left alone, for it belongs to what has been sold since.
 */
export async function writeCatalog(db: PrismaClient): Promise<void> {
  for (const [position, category] of catalogSeed.categories.entries()) {
    await writeCategory(db, category, position);
  }
  for (const [i, product] of catalogSeed.products.entries()) {
    await db.$transaction((tx) => writeProduct(tx, product, i));
  }
  for (const [position, rate] of catalogSeed.shippingRates.entries()) {
    await writeShippingRate(db, rate, position);
  }
}

async function writeCategory(db: Db, category: CategorySeed, position: number): Promise<void> {
  const { slug, title: name, tagline, description, image } = category;
  const data = {
    name,
    description: `${tagline}\n\n${description}`,
    translations: categoryTranslations(category),
    imageUrl: image.src,
    position,
  };
  await db.category.upsert({ where: { slug }, create: { slug, ...data }, update: data });
}

async function writeProduct(db: Db, product: ProductSeed, index: number): Promise<void> {
  const { slug, title, subtitle, category, details, options, variants } = product;
  const { id: categoryId } = await db.category.findUniqueOrThrow({ where: { slug: category } });
  const data = {
    title,
    subtitle,
    categoryId,
    details,
    translations: productTranslations(product),
    description: product.description.join("\n\n"),
    optionNames: options.map(({ name }) => name),
    featured: product.featured ? 100 - index : 0,
  };
  const { id } = await db.product.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
  });

  const written: WrittenVariant[] = [];
  for (const [position, variant] of variants.entries()) {
    written.push({ id: await writeVariant(db, id, variant, position), variant });
  }
  await db.productImage.deleteMany({ where: { productId: id } });
  await db.productImage.createMany({ data: imageRows(id, product, written) });
}

async function writeVariant(
  db: Db,
  productId: string,
  { sku, barcode, title, options, weightGrams, stock, ...prices }: VariantSeed,
  position: number,
): Promise<string> {
  const data = { barcode, title, options, weightGrams, position };
  const { id } = await db.variant.upsert({
    where: { sku },
    create: { sku, productId, ...data, stock: { create: { onHand: stock } } },
    update: data,
  });
  await db.price.deleteMany({ where: { variantId: id } });
  const rows = perCurrency(prices.prices, (currency, amount) => ({
    variantId: id,
    currency,
    amountMinor: BigInt(amount),
    compareAtMinor: prices.compareAtPrices ? BigInt(prices.compareAtPrices[currency]) : null,
  }));
  await db.price.createMany({ data: rows });
  return id;
}

type WrittenVariant = { id: string; variant: VariantSeed };

/**
 * A picture that some variants have and others do not gets a row for each variant that it shows, so that
 * every variant finds its own. Readers that list a product's pictures keep the first row of each address.
 */
function imageRows(productId: string, { images }: ProductSeed, variants: WrittenVariant[]) {
  const rows = images.flatMap(({ src: url, alt }) => {
    const shown = variants.filter(({ variant }) => variant.image.src === url);
    const isOfSome = shown.length > 0 && shown.length < variants.length;
    const owners = isOfSome ? shown.map(({ id }) => id) : [null];
    return owners.map((variantId) => ({ productId, variantId, url, alt }));
  });
  return rows.map((row, position) => ({ ...row, position }));
}

async function writeShippingRate(db: Db, rate: ShippingRateSeed, position: number): Promise<void> {
  const { code, title: name, description, countries, deliveryDays, freeFrom } = rate;
  const { min: minDays, max: maxDays } = deliveryDays;
  const translations = shippingTranslations(rate);
  const days = { minDays, maxDays };
  const data = { name, description, translations, countries: countries ?? [], ...days, position };
  const { id: rateId } = await db.shippingRate.upsert({
    where: { code },
    create: { code, ...data },
    update: data,
  });
  await db.shippingRatePrice.deleteMany({ where: { rateId } });
  const prices = perCurrency(rate.prices, (currency, amount) => ({
    rateId,
    currency,
    amountMinor: BigInt(amount),
    freeFromMinor: freeFrom ? BigInt(freeFrom[currency]) : null,
  }));
  await db.shippingRatePrice.createMany({ data: prices });
}

function perCurrency<T>(prices: Prices, row: (currency: SeedCurrency, amount: number) => T): T[] {
  return shopCurrencies.map((currency) => row(currency, prices[currency]));
}
