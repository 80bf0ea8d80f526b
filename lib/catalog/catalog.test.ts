import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { shopCurrencies } from "@/lib/money/currency";
import { useTestDatabase } from "@/lib/testing/database";
import { catalogSeed } from "@/prisma/seed/catalog";
import { writeCatalog } from "@/prisma/seed/write-catalog";
import { chooseVariant } from "./choose-variant";
import { productJsonLd } from "./json-ld";
import { readListing } from "./listing";
import { findProduct, listCategories, listProducts } from "./queries";

useTestDatabase();

beforeAll(async () => {
  const db = await database();
  await writeCatalog(db);
  await writeCatalog(db);
});

const list = async (params: Record<string, string>, category: string | null = null) =>
  (
    await listProducts(readListing(params, category), { currency: "USD", locale: "en" })
  ).products.map(({ slug }) => slug);

const product = async (slug: string) => {
  const found = await findProduct(slug, { currency: "USD", locale: "en" });
  if (found === null) throw new Error(`${slug} is not in the seed`);
  return found;
};

describe("the demo shop", () => {
  it("is written once, however often it is written", async () => {
    const db = await database();
    const variants = catalogSeed.products.flatMap((each) => each.variants);
    expect(await db.product.count()).toBe(catalogSeed.products.length);
    expect(await db.variant.count()).toBe(variants.length);
    expect(await db.price.count()).toBe(variants.length * shopCurrencies.length);
  });
});

describe("a list of products", () => {
  it("is of one category", async () => {
    const titles = await list({}, "lamp-room");
    expect(titles).toHaveLength(4);
    expect(titles).toContain("storm-lantern");
  });

  it("goes from cheap to dear and back", async () => {
    const up = await list({ sort: "price" });
    expect(up[0]).toBe("pan-salt");
    expect(up.at(-1)).toBe("weather-glass");
    expect((await list({ sort: "price-desc" }))[0]).toBe("weather-glass");
  });

  it("leaves out what is sold out, when asked", async () => {
    expect(await list({})).toContain("leading-light-matches");
    expect(await list({ stock: "in" })).not.toContain("leading-light-matches");
  });

  it("is of one colour, which its cards show and lead to", async () => {
    const { products } = await listProducts(readListing({ colour: "Ochre" }), {
      currency: "USD",
      locale: "en",
    });
    expect(products.map(({ href }) => href)).toEqual([
      "/products/deckhand-tote?colour=Ochre",
      "/products/forecast-blanket?colour=Ochre",
    ]);
    expect(products[1]).toMatchObject({
      price: { minor: 11800 },
      picture: { url: "/products/forecast-blanket-ochre.svg" },
    });
  });

  it.each([
    { promise: "finds a title first", q: "mug", first: "quay-mug" },
    { promise: "finds the plural", q: "lanterns", first: "storm-lantern" },
    { promise: "finds the beginning of a word", q: "barom", first: "weather-glass" },
    { promise: "finds a word inside a longer one", q: "swool", first: "forecast-blanket" },
    { promise: "wants every word", q: "tide notebook", first: "tide-notebook" },
    { promise: "finds a colour", q: "ochre", first: "deckhand-tote" },
    { promise: "finds the number on the label", q: "cha-bar-01", first: "weather-glass" },
  ])("$promise", async ({ q, first }) => {
    expect((await list({ q }))[0]).toBe(first);
  });

  it.each(["zzz", "'); DROP TABLE products; --", "100%_", "& | !", "\\", "\u0000"])(
    "finds nothing, and breaks nothing, for %s",
    async (q) => {
      expect(await list({ q: `${q} zzz` })).toEqual([]);
    },
  );

  it("knows how many there are in all on every page", async () => {
    const { total, pages, products } = await listProducts(readListing({}), {
      currency: "JPY",
      locale: "en",
    });
    expect({ total, pages, shown: products.length }).toEqual({ total: 20, pages: 1, shown: 20 });
    expect(products[0]?.price.currency).toBe("JPY");
  });
});

describe("choosing a variant", () => {
  it("takes one that can be bought when the address says nothing", async () => {
    const { variant } = chooseVariant(await product("tern-jug"), {});
    expect(variant?.title).toBe("Chalk");
  });

  it("takes what the address says, sold out or not", async () => {
    const { variant } = chooseVariant(await product("tern-jug"), { colour: "Ink" });
    expect(variant).toMatchObject({ title: "Ink", stock: { is: "sold_out" } });
  });

  it("keeps the other choice when one is changed", async () => {
    const { options } = chooseVariant(await product("watch-cap"), { colour: "Buoy", size: "L–XL" });
    const fog = options[0]?.values.find(({ value }) => value === "Fog");
    expect(new URL(fog?.href ?? "", "http://shop").searchParams.get("size")).toBe("L–XL");
  });

  it("marks what is sold out together with the rest of the choice", async () => {
    const { options } = chooseVariant(await product("watch-cap"), { colour: "Ink" });
    const sizes = options[1]?.values.map(({ value, soldOut }) => [value, soldOut]);
    expect(sizes).toEqual([
      ["S–M", false],
      ["L–XL", true],
    ]);
  });

  it("ignores an address that makes no sense", async () => {
    const { variant } = chooseVariant(await product("quay-mug"), { colour: ["x"], size: "huge" });
    expect(variant?.title).toBe("Fog");
  });
});

describe("what else the catalogue says", () => {
  it("has nothing at an address that no text could be", async () => {
    expect(await findProduct("quay\u0000mug", { currency: "USD", locale: "en" })).toBeNull();
  });

  it("shows a picture that several variants share once", async () => {
    const { pictures, variants } = await product("watch-cap");
    expect(pictures).toHaveLength(4);
    expect(variants.every(({ pictureUrl }) => pictureUrl !== null)).toBe(true);
  });

  it("counts the products of each category", async () => {
    const categories = await listCategories("en");
    expect(categories.map(({ productCount }) => productCount)).toEqual([4, 4, 4, 4, 4]);
  });

  it("closes no script element from inside", async () => {
    const evil = { ...(await product("quay-mug")), title: "</script><script>alert(1)" };
    expect(productJsonLd(evil, "https://shop.example.com")).not.toContain("</script>");
  });
});

describe("other languages", () => {
  it("shows a product's words, and keeps what addresses say", async () => {
    const german = await findProduct("quay-mug", { currency: "EUR", locale: "de" });
    expect(german).toMatchObject({
      title: "Quay Mug",
      subtitle: "Emaillebecher, 350 ml",
      category: { slug: "table", name: "Tisch" },
      options: [{ name: "Colour", label: "Farbe" }],
    });
    expect(german?.options[0]?.values[0]).toMatchObject({ value: "Fog", label: "Nebel" });
    expect(german?.pictures[0]?.alt).toBe("Quay Mug: Emaillebecher, 350 ml – Nebel");
  });

  it.each([
    { locale: "de", q: "Emaillebecher" },
    { locale: "fr", q: "émaillée" },
    { locale: "ja", q: "琺瑯" },
  ] as const)("finds $q in $locale", async ({ locale, q }) => {
    const { products } = await listProducts(readListing({ q }), { currency: "EUR", locale });
    expect(products.map(({ slug }) => slug)).toContain("quay-mug");
  });

  it.each(["de", "fr", "es", "ja"] as const)(
    "has words for the whole shop in %s",
    async (locale) => {
      const [own, english] = await Promise.all(
        ([locale, "en"] as const).map((each) =>
          listProducts(readListing({}), { currency: "EUR", locale: each }),
        ),
      );
      const subtitles = new Set(english?.products.map(({ subtitle }) => subtitle));
      expect(own?.products.filter(({ subtitle }) => subtitles.has(subtitle))).toEqual([]);
    },
  );
});
