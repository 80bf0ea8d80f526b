import { categories } from "./catalog/categories";
import { chartRoom } from "./catalog/chart-room";
import { galley } from "./catalog/galley";
import { lampRoom } from "./catalog/lamp-room";
import { shippingRates } from "./catalog/shipping";
import { table } from "./catalog/table";
import type { CatalogSeed } from "./catalog/types";
import { weather } from "./catalog/weather";

export type * from "./catalog/types";

/** Kittiwake, the shop that Tender opens with: harbour goods, in the order in which the shop shows them. */
export const catalogSeed: CatalogSeed = {
  categories,
  products: [...table, ...galley, ...weather, ...lampRoom, ...chartRoom],
  shippingRates,
};
