import { choiceOption, colourOption, detail, picture, prices, product } from "./define";

const mug = {
  Fog: picture("quay-mug-fog", "Quay Mug in fog grey: a straight enamel mug with a dark rim."),
  Ink: picture("quay-mug-ink", "Quay Mug in ink blue with a white rim."),
  Buoy: picture("quay-mug-buoy", "Quay Mug in buoy orange with a dark rim."),
};
const plate = {
  Chalk: picture("longshore-plate-chalk", "Two Longshore Plates in chalk white, one leaning."),
  Kelp: picture("longshore-plate-kelp", "Two Longshore Plates in kelp green, one leaning."),
};
const jug = {
  Chalk: picture("tern-jug-chalk", "Tern Jug in chalk white, with a long beak of a spout."),
  Ink: picture("tern-jug-ink", "Tern Jug in ink blue, with a long beak of a spout."),
};

export const table = [
  product({
    slug: "quay-mug",
    title: "Quay Mug",
    subtitle: "Enamel mug, 350 ml",
    category: "table",
    featured: true,
    description: [
      "The mug that hangs by our own back door. Two coats of vitreous enamel over steel, fired at 820 °C, with a rolled rim that feels thick and warm on the lip. It weighs next to nothing, goes straight on a camp stove, and when you drop it on the slip it chips instead of breaking. We think the chips improve it.",
      "It holds a proper amount: enough for soup, not so much that the last third goes cold. The handle takes three fingers in a wool glove, because that is how we measured it.",
    ],
    details: [
      detail("Material", "Vitreous enamel on 0.8 mm carbon steel, stainless rim"),
      detail("Size", "9 cm wide, 8.5 cm tall; holds 350 ml to the brim"),
      detail("Use", "Any stove, oven to 250 °C; not for microwaves"),
      detail("Care", "Dishwasher. Soak, do not scour"),
    ],
    options: [colourOption("Fog", "Ink", "Buoy")],
    images: [
      mug.Fog,
      mug.Ink,
      mug.Buoy,
      picture("quay-mug-plan", "Measured drawing of the Quay Mug."),
    ],
    prices: prices(1800, 1700, 1400, 2600),
    weightGrams: 165,
    variants: [
      { sku: "TAB-MUG-FOG", code: 10101, options: { Colour: "Fog" }, stock: 48, image: mug.Fog },
      { sku: "TAB-MUG-INK", code: 10102, options: { Colour: "Ink" }, stock: 31, image: mug.Ink },
      { sku: "TAB-MUG-BUO", code: 10103, options: { Colour: "Buoy" }, stock: 3, image: mug.Buoy },
    ],
  }),
  product({
    slug: "slipway-bowl",
    title: "Slipway Bowl",
    subtitle: "Stoneware bowl in three sizes",
    category: "table",
    featured: true,
    description: [
      "Thrown in a speckled grey clay and dipped once, at an angle, so that the glaze runs up one side like a tide mark. No two lines are the same. The foot is left bare and sanded smooth, and will not scratch a table.",
      "Small is for olives and car keys. Medium is porridge. Large is a salad for four, or bread dough under a cloth overnight. They nest.",
    ],
    details: [
      detail("Material", "Speckled stoneware, lead-free tin glaze"),
      detail("Size", "Small 12 × 5 cm, Medium 16 × 7 cm, Large 24 × 10 cm"),
      detail("Use", "Dishwasher, microwave, oven to 200 °C"),
      detail("Made", "Thrown by hand; sizes vary by half a centimetre"),
    ],
    options: [choiceOption("Size", "Small", "Medium", "Large")],
    images: [
      picture(
        "slipway-bowl",
        "Slipway Bowls nested, with glaze running up one side like a tide mark.",
      ),
      picture("slipway-bowl-plan", "Measured drawing of the Slipway Bowl."),
    ],
    prices: prices(2200, 2100, 1800, 3200),
    weightGrams: 620,
    variants: [
      {
        sku: "TAB-BOW-S",
        code: 10201,
        options: { Size: "Small" },
        stock: 26,
        prices: prices(1600, 1500, 1300, 2300),
        weightGrams: 310,
      },
      { sku: "TAB-BOW-M", code: 10202, options: { Size: "Medium" }, stock: 40 },
      {
        sku: "TAB-BOW-L",
        code: 10203,
        options: { Size: "Large" },
        stock: 2,
        prices: prices(3800, 3600, 3000, 5400),
        weightGrams: 1450,
      },
    ],
  }),
  product({
    slug: "longshore-plate",
    title: "Longshore Plate",
    subtitle: "Stoneware dinner plate, 27 cm",
    category: "table",
    description: [
      "A dinner plate with a wall instead of a rim: two centimetres, straight up, so nothing gets away when you carry supper down to the water. It makes a flat, generous field for fish, and it is deep enough for anything with a sauce.",
      "Twelve of them stack to the height of a loaf of bread. We checked, because our cupboard is small too.",
    ],
    details: [
      detail("Material", "Stoneware, satin glaze inside, bare clay outside"),
      detail("Size", "27 cm across, 2 cm tall"),
      detail("Use", "Dishwasher, microwave, oven to 200 °C"),
      detail("Sold", "One plate"),
    ],
    options: [colourOption("Chalk", "Kelp")],
    images: [
      plate.Chalk,
      plate.Kelp,
      picture("longshore-plate-plan", "Measured drawing of the Longshore Plate."),
    ],
    prices: prices(2400, 2200, 1900, 3500),
    weightGrams: 780,
    variants: [
      {
        sku: "TAB-PLA-CHA",
        code: 10301,
        options: { Colour: "Chalk" },
        stock: 64,
        image: plate.Chalk,
      },
      {
        sku: "TAB-PLA-KEL",
        code: 10302,
        options: { Colour: "Kelp" },
        stock: 22,
        image: plate.Kelp,
      },
    ],
  }),
  product({
    slug: "tern-jug",
    title: "Tern Jug",
    subtitle: "Stoneware jug, 900 ml",
    category: "table",
    description: [
      "Named for the bird and not only for the beak. The spout is pulled long and thin by hand, and it cuts the last drop clean off: no drip, no cloth, no ring on the table. It took our potter most of a winter.",
      "Milk in the morning, water at noon, wine if it comes to that. It also holds exactly one bunch of sea lavender.",
    ],
    details: [
      detail("Material", "Stoneware, glossy glaze inside and out"),
      detail("Size", "23 cm tall, 13 cm with the spout; holds 900 ml"),
      detail("Use", "Dishwasher; not for the stove"),
      detail("Made", "Spout pulled by hand"),
    ],
    options: [colourOption("Chalk", "Ink")],
    images: [jug.Chalk, jug.Ink, picture("tern-jug-plan", "Measured drawing of the Tern Jug.")],
    prices: prices(4600, 4400, 3800, 6800),
    weightGrams: 940,
    variants: [
      {
        sku: "TAB-JUG-CHA",
        code: 10401,
        options: { Colour: "Chalk" },
        stock: 11,
        image: jug.Chalk,
      },
      { sku: "TAB-JUG-INK", code: 10402, options: { Colour: "Ink" }, stock: 0, image: jug.Ink },
    ],
  }),
];
