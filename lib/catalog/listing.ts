import { z } from "zod";

/** How a list of products can be ordered; the first is what nobody had to ask for. */
export const sortings = ["featured", "price", "price-desc", "newest", "name"] as const;
export type Sorting = (typeof sortings)[number];

/** What the address of a list says. Whatever it does not understand counts as not said. */
export type Listing = {
  /** Slug of a category; null is the whole shop. */
  category: string | null;
  /** What is searched for; "" is everything. */
  q: string;
  sort: Sorting;
  inStock: boolean;
  /** Only what comes in this colour, and at the price of that colour; null is any. */
  colour: string | null;
  /** From 1. */
  page: number;
};

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** A text of the database cannot hold control characters, so none is looked for. */
const words = z.string().transform((said) => said.replaceAll(/\p{Cc}/gu, "").trim());

const schema = z.object({
  q: z.preprocess(first, words.pipe(z.string().max(80))).catch(""),
  sort: z.preprocess(first, z.enum(sortings)).catch("featured"),
  stock: z.preprocess(first, z.literal("in")).nullable().catch(null),
  colour: z
    .preprocess(first, words.pipe(z.string().min(1).max(40)))
    .nullable()
    .catch(null),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
});

type Params = Record<string, string | string[] | undefined>;

export function readListing(params: Params, category: string | null = null): Listing {
  const { stock, ...said } = schema.parse(params);
  return { category, inStock: stock === "in", ...said };
}

/** The address that says this. Only what differs from the plain list stands in it. */
export function listingHref({ category, q, sort, inStock, colour, page }: Listing): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (sort !== "featured") query.set("sort", sort);
  if (colour) query.set("colour", colour);
  if (inStock) query.set("stock", "in");
  if (page > 1) query.set("page", String(page));
  const path = category === null ? "/products" : `/products/category/${category}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
