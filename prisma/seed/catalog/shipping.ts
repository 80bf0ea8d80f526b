import { prices } from "./define";
import type { ShippingRateSeed } from "./types";

const europe =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  );

export const shippingRates: ShippingRateSeed[] = [
  {
    code: "standard",
    title: "Standard",
    description: "By post, tracked, in paper and no plastic.",
    prices: prices(700, 650, 495, 900),
    freeFrom: prices(10000, 9500, 8000, 15000),
    deliveryDays: { min: 3, max: 6 },
    countries: null,
  },
  {
    code: "express",
    title: "Express",
    description: "By courier, signed for at the door.",
    prices: prices(1900, 1750, 1450, 2600),
    deliveryDays: { min: 1, max: 2 },
    countries: ["US", "CA", "JP", "AU", "NZ", ...europe],
  },
  {
    code: "slow-boat",
    title: "Slow boat",
    description: "With the weekly freight. Slower, and the lightest on the world.",
    prices: prices(350, 300, 250, 450),
    deliveryDays: { min: 8, max: 14 },
    countries: ["US", ...europe],
  },
];
