import { toMinor } from "@/lib/db/minor";
import { env } from "@/lib/env";
import { availableQuantity } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { SellableRow } from "../queries/products";
import { moneyJson, priceJson, timestampsJson } from "./money";

type Named = { title: string; product: { title: string; slug: string } };

const sellableName = ({ title, product }: Named) => nameOf(product.title, title);

/** `form` is which of several forms of a product it is; empty: there is one. */
export const nameOf = (title: string, form: string) => (form === "" ? title : `${title} (${form})`);

/** One of several forms of a product has a slug of its own: clients look products up by it. */
export const slugOf = (slug: string, form: string, sku: string) =>
  form === "" ? slug : `${slug}-${sku.toLowerCase()}`;

type Priced = SellableRow["prices"][number];

const known = (price: Priced) => ({
  currency: currencySchema.parse(price.currency),
  amountMinor: toMinor(price.amountMinor),
});

function displayPrice(row: SellableRow, currency: Currency) {
  const price = row.prices.map(known).find((candidate) => candidate.currency === currency);
  if (price === undefined) return undefined;
  const shown = moneyJson(price.amountMinor, currency);
  return { with_tax: shown, without_tax: shown };
}

export function stockJson(row: SellableRow) {
  const available = availableQuantity(row);
  const level = available ?? 0;
  return { level, availability: available === 0 ? "out-stock" : "in-stock" };
}

const imagesOf = ({ images, product }: SellableRow) =>
  images.length > 0 ? images : product.images;

function relationshipsJson(row: SellableRow) {
  const [main, ...files] = imagesOf(row);
  const file = ({ id }: { id: string }) => ({ type: "file", id });
  return {
    main_image: { data: main === undefined ? null : { type: "main_image", id: main.id } },
    files: { data: files.map(file) },
    categories: { data: [{ type: "category", id: row.product.category.id }] },
  };
}

/** The product of `/v2/products`. */
export function legacyProductJson(row: SellableRow, currency: Currency) {
  return {
    type: "product",
    id: row.id,
    name: sellableName(row),
    slug: slugOf(row.product.slug, row.title, row.sku),
    sku: row.sku,
    manage_stock: row.managesStock,
    description: row.product.description,
    price: row.prices.map(known).map((price) => priceJson(price.amountMinor, price.currency)),
    status: row.product.status,
    commodity_type: "physical",
    meta: {
      timestamps: timestampsJson(row),
      display_price: displayPrice(row, currency),
      stock: stockJson(row),
    },
    relationships: relationshipsJson(row),
  };
}

/** The product of `/catalog/products`. */
export function catalogProductJson(row: SellableRow, currency: Currency) {
  const prices = row.prices
    .map(known)
    .map((price) => [price.currency, { amount: price.amountMinor, includes_tax: true }]);
  const created = timestampsJson(row);
  return {
    type: "product",
    id: row.id,
    attributes: {
      name: sellableName(row),
      slug: slugOf(row.product.slug, row.title, row.sku),
      sku: row.sku,
      description: row.product.description,
      status: row.product.status,
      commodity_type: "physical",
      manage_stock: row.managesStock,
      price: Object.fromEntries(prices),
      base_product: false,
      components: {},
      custom_inputs: {},
      ...created,
      published_at: created.created_at,
    },
    meta: {
      display_price: displayPrice(row, currency),
      ...originalPrice(row, currency),
      catalog_id: "tender",
      pricebook_id: "tender",
      catalog_source: "pim",
      bread_crumbs: {},
      bread_crumb_nodes: [],
    },
    relationships: { ...relationshipsJson(row), component_products: { data: [] } },
  };
}

function originalPrice(row: SellableRow, currency: Currency) {
  const price = row.prices.find((candidate) => candidate.currency === currency);
  const before = price?.compareAtMinor ?? null;
  if (before === null) return {};
  const shown = moneyJson(toMinor(before), currency);
  return { original_display_price: { with_tax: shown, without_tax: shown } };
}

const mimeTypes: Record<string, string> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
};

/** A picture as these clients name one: with its whole address. */
export function imageJson(url: string) {
  const href = new URL(url, env().storeUrl).href;
  const fileName = href.split("/").at(-1) ?? "";
  const ending = fileName.split(".").at(-1) ?? "";
  return { mime_type: mimeTypes[ending] ?? "image/*", file_name: fileName, href };
}

type Picture = { id: string; url: string; alt: string };

export function fileJson({ id, url, alt }: Picture) {
  const { href, ...file } = imageJson(url);
  return { type: "file", id, link: { href }, ...file, alt, public: true };
}

/** What `include` asks for, by collection; undefined when nothing is. */
export function productIncludes(rows: SellableRow[], asked: ReadonlySet<string>) {
  const once = (pictures: Picture[]) =>
    [...new Map(pictures.map((picture) => [picture.id, picture])).values()].map(fileJson);
  const included = {
    ...(asked.has("main_image") && {
      main_images: once(rows.flatMap((row) => imagesOf(row).slice(0, 1))),
    }),
    ...(asked.has("files") && { files: once(rows.flatMap((row) => imagesOf(row).slice(1))) }),
    ...(asked.has("component_products") && { component_products: [] }),
  };
  return Object.keys(included).length > 0 ? { included } : {};
}
