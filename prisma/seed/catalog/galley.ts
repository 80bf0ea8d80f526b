import { choiceOption, colourOption, detail, picture, prices, product } from "./define";

const kettle = {
  Buoy: picture("galley-kettle-buoy", "Galley Kettle in buoy orange with a wooden handle."),
  Ink: picture("galley-kettle-ink", "Galley Kettle in ink blue with a wooden handle."),
};
const towel = {
  Kilo: picture("signal-towel-kilo", "Tea towel with signal flag Kilo: half yellow, half blue."),
  Lima: picture("signal-towel-lima", "Tea towel with signal flag Lima: yellow and black quarters."),
  Uniform: picture(
    "signal-towel-uniform",
    "Tea towel with signal flag Uniform: red and white quarters.",
  ),
};

export const galley = [
  product({
    slug: "galley-kettle",
    title: "Galley Kettle",
    subtitle: "Enamel stovetop kettle, 1.6 l",
    category: "galley",
    featured: true,
    description: [
      "A low, wide kettle that sits well on a stove that moves. The base is three millimetres thick and covers the whole ring, so it boils sooner than it looks, and the whistle gives one clear note instead of a scream.",
      "The handle is a single piece of ash, steamed into a hoop, and it stays cool. Oil it twice a year, or do not; it goes grey and handsome either way.",
    ],
    details: [
      detail("Material", "Vitreous enamel on steel, steam-bent ash, brass knob"),
      detail("Size", "22 cm wide, 21 cm tall with the handle; 1.6 l to the mark"),
      detail("Use", "Gas, electric and induction"),
      detail("Care", "Empty after use; descale with vinegar"),
    ],
    options: [colourOption("Buoy", "Ink")],
    images: [
      kettle.Buoy,
      kettle.Ink,
      picture("galley-kettle-plan", "Measured drawing of the Galley Kettle."),
    ],
    prices: prices(7900, 7500, 6500, 11800),
    weightGrams: 1240,
    variants: [
      {
        sku: "GAL-KET-BUO",
        code: 20101,
        options: { Colour: "Buoy" },
        stock: 14,
        image: kettle.Buoy,
        prices: prices(6800, 6400, 5600, 9800),
        compareAtPrices: prices(7900, 7500, 6500, 11800),
      },
      { sku: "GAL-KET-INK", code: 20102, options: { Colour: "Ink" }, stock: 9, image: kettle.Ink },
    ],
  }),
  product({
    slug: "native-oyster-knife",
    title: "Native Oyster Knife",
    subtitle: "Short, stout, hard to slip",
    category: "galley",
    description: [
      "An oyster knife is a lever and not a blade. This one is short, four millimetres thick at the spine, and ground to a blunt point that finds the hinge and turns. The guard keeps your palm where it should be.",
      "Designed with a woman who opens four hundred a day in season and had opinions about everything else on the market. Comes with her instructions, which are eleven words long.",
    ],
    details: [
      detail("Material", "420 stainless steel, brass guard, oiled wood"),
      detail("Size", "Blade 6 cm, 16 cm in all"),
      detail("Care", "Rinse, dry, oil the handle now and then"),
      detail("Sold", "To adults only"),
    ],
    options: [choiceOption("Handle", "Ash", "Smoked oak")],
    images: [
      picture(
        "native-oyster-knife",
        "Oyster knife with a round wooden handle beside an open oyster.",
      ),
      picture("native-oyster-knife-plan", "Measured drawing of the oyster knife."),
    ],
    prices: prices(3400, 3200, 2700, 4900),
    weightGrams: 118,
    variants: [
      { sku: "GAL-OYS-ASH", code: 20201, options: { Handle: "Ash" }, stock: 18 },
      {
        sku: "GAL-OYS-OAK",
        code: 20202,
        options: { Handle: "Smoked oak" },
        stock: 5,
        prices: prices(3800, 3600, 3000, 5500),
      },
    ],
  }),
  product({
    slug: "pan-salt",
    title: "Pan Salt",
    subtitle: "Sea salt flakes",
    category: "galley",
    description: [
      "Sea water, an open pan, and patience. The flakes are raked off by hand while they are still hollow, which is why they crush between two fingers and do not taste of iron.",
      "The tin is for the table; it is meant to be refilled and has no plastic in it. The refill box fills the tin three times, with a spoonful over for the pasta.",
    ],
    details: [
      detail("Contains", "Sea salt. Nothing else"),
      detail("Size", "Tin 120 g, refill box 400 g"),
      detail("Keep", "Dry. It keeps for longer than we will"),
    ],
    options: [choiceOption("Size", "Tin, 120 g", "Refill, 400 g")],
    images: [
      picture("pan-salt", "A tin of Pan Salt with its lid off and a heap of flakes."),
      picture("pan-salt-plan", "Measured drawing of the salt tin."),
    ],
    prices: prices(900, 850, 700, 1200),
    weightGrams: 190,
    variants: [
      { sku: "GAL-SAL-120", code: 20301, options: { Size: "Tin, 120 g" }, stock: 120 },
      {
        sku: "GAL-SAL-400",
        code: 20302,
        options: { Size: "Refill, 400 g" },
        stock: 75,
        prices: prices(1800, 1700, 1400, 2400),
        weightGrams: 430,
      },
    ],
  }),
  product({
    slug: "signal-towel",
    title: "Signal Tea Towel",
    subtitle: "Half linen, says something",
    category: "galley",
    featured: true,
    description: [
      "Three flags of the international code that turned out to be useful in a kitchen. Kilo: I wish to communicate with you. Lima: stop what you are doing at once. Uniform: you are standing into danger. Hang the right one on the oven door.",
      "Woven in half linen and half cotton, heavy enough to dry a stockpot, and dyed in the yarn, so it fades evenly and slowly instead of peeling like a print.",
    ],
    details: [
      detail("Material", "55 % linen, 45 % cotton, yarn-dyed, 280 g/m²"),
      detail("Size", "50 × 70 cm, with a loop"),
      detail("Care", "Wash at 60 °C; dries best after the third wash"),
      detail("Sold", "One towel"),
    ],
    options: [choiceOption("Flag", "Kilo", "Lima", "Uniform")],
    images: [
      towel.Kilo,
      towel.Lima,
      towel.Uniform,
      picture("signal-towel-plan", "Measured drawing of the tea towel."),
    ],
    prices: prices(1600, 1500, 1300, 2200),
    weightGrams: 105,
    variants: [
      { sku: "GAL-TOW-KIL", code: 20401, options: { Flag: "Kilo" }, stock: 37, image: towel.Kilo },
      { sku: "GAL-TOW-LIM", code: 20402, options: { Flag: "Lima" }, stock: 4, image: towel.Lima },
      {
        sku: "GAL-TOW-UNI",
        code: 20403,
        options: { Flag: "Uniform" },
        stock: 29,
        image: towel.Uniform,
      },
    ],
  }),
];
