import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogSeed } from "./catalog";

describe("the demo shop", () => {
  it("has every picture that it shows", () => {
    const pictures = [
      ...catalogSeed.categories.map(({ image }) => image),
      ...catalogSeed.products.flatMap(({ images }) => images),
    ];
    const missing = pictures.filter(({ src }) => !existsSync(join("public", src)));
    expect(missing).toEqual([]);
  });

  it("asks less than before where it says so, in every currency", () => {
    const variants = catalogSeed.products.flatMap((each) => each.variants);
    const dearer = variants.filter(({ prices, compareAtPrices: before }) => {
      return (
        before && Object.entries(prices).some(([code, now]) => now >= Number(Object(before)[code]))
      );
    });
    expect(dearer).toEqual([]);
  });
});
