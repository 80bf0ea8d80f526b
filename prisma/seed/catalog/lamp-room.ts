import { choiceOption, colourOption, detail, picture, prices, product } from "./define";

const lantern = {
  Buoy: picture("storm-lantern-buoy", "Storm Lantern in buoy orange, lit."),
  Ink: picture("storm-lantern-ink", "Storm Lantern in ink blue, lit."),
};
const blanket = {
  Foam: picture("forecast-blanket-foam", "Folded herringbone blanket in foam blue with a fringe."),
  Kelp: picture("forecast-blanket-kelp", "Folded herringbone blanket in kelp green with a fringe."),
  Ochre: picture("forecast-blanket-ochre", "Folded herringbone blanket in ochre with a fringe."),
};

export const lampRoom = [
  product({
    slug: "storm-lantern",
    title: "Storm Lantern",
    subtitle: "Burns in a gale, reads a book by",
    category: "lamp-room",
    featured: true,
    description: [
      "A hurricane lantern of the old pattern: the air for the flame comes down through the two side tubes, already warm, so wind that would put out a candle only makes it lean. One filling lasts a night.",
      "Lift the globe with the lever, light it, drop the globe, turn it down until it stops smoking. After that you can hang it in a tree and forget it. Also very good on a table in a power cut.",
    ],
    details: [
      detail("Material", "Powder-coated steel, borosilicate globe, cotton wick"),
      detail("Size", "15 × 26 cm, 34 cm with the bail up"),
      detail("Burns", "Lamp oil or paraffin, 12 hours on 350 ml; oil not included"),
      detail("Safety", "Outdoors or with a window open"),
    ],
    options: [colourOption("Buoy", "Ink")],
    images: [
      lantern.Buoy,
      lantern.Ink,
      picture("storm-lantern-plan", "Measured drawing of the Storm Lantern."),
    ],
    prices: prices(7200, 6800, 5900, 10500),
    weightGrams: 820,
    variants: [
      {
        sku: "LAM-LAN-BUO",
        code: 40101,
        options: { Colour: "Buoy" },
        stock: 10,
        image: lantern.Buoy,
      },
      { sku: "LAM-LAN-INK", code: 40102, options: { Colour: "Ink" }, stock: 6, image: lantern.Ink },
    ],
  }),
  product({
    slug: "harbour-candles",
    title: "Harbour Candles",
    subtitle: "Dipped beeswax",
    category: "lamp-room",
    description: [
      "Dipped forty times on one long wick, which is why they come in pairs: cut the loop when you are ready to light them. Beeswax burns slowly, leans towards gold, and smells of a warm cupboard.",
      "One candle is an evening and a half.",
    ],
    details: [
      detail("Material", "Pure beeswax, cotton wick"),
      detail("Size", "2.2 × 25 cm each; fits any common holder"),
      detail("Burns", "About 9 hours each"),
    ],
    options: [choiceOption("Quantity", "Pair", "Box of six")],
    images: [
      picture("harbour-candles", "A pair of dipped beeswax candles still joined by one wick."),
      picture("harbour-candles-plan", "Measured drawing of the candles."),
    ],
    prices: prices(1400, 1300, 1100, 1900),
    weightGrams: 170,
    variants: [
      { sku: "LAM-CAN-2", code: 40201, options: { Quantity: "Pair" }, stock: 54 },
      {
        sku: "LAM-CAN-6",
        code: 40202,
        options: { Quantity: "Box of six" },
        stock: 15,
        prices: prices(3600, 3400, 2800, 4900),
        weightGrams: 510,
      },
    ],
  }),
  product({
    slug: "forecast-blanket",
    title: "Forecast Blanket",
    subtitle: "Lambswool herringbone throw",
    category: "lamp-room",
    featured: true,
    description: [
      "For listening to the late forecast from a chair, under something heavy. Herringbone gives the cloth a spring that a plain weave does not have, so it drapes close and holds warm air, and it looks well over the back of a sofa in the meantime.",
      "It is woven on shuttle looms, washed soft, and pressed. The fringe is knotted by hand, ninety-two knots to an end.",
    ],
    details: [
      detail("Material", "100 % lambswool, woven and finished in one mill"),
      detail("Size", "140 × 190 cm, and a fringe of 8 cm"),
      detail("Care", "Air it often; dry-clean or a cool wool wash"),
    ],
    options: [colourOption("Foam", "Kelp", "Ochre")],
    images: [
      blanket.Foam,
      blanket.Kelp,
      blanket.Ochre,
      picture("forecast-blanket-plan", "Measured drawing of the Forecast Blanket."),
    ],
    prices: prices(14800, 13900, 12000, 21800),
    weightGrams: 1080,
    variants: [
      {
        sku: "LAM-BLA-FOA",
        code: 40301,
        options: { Colour: "Foam" },
        stock: 8,
        image: blanket.Foam,
      },
      {
        sku: "LAM-BLA-KEL",
        code: 40302,
        options: { Colour: "Kelp" },
        stock: 5,
        image: blanket.Kelp,
      },
      {
        sku: "LAM-BLA-OCH",
        code: 40303,
        options: { Colour: "Ochre" },
        stock: 3,
        image: blanket.Ochre,
        prices: prices(11800, 10900, 9500, 16800),
        compareAtPrices: prices(14800, 13900, 12000, 21800),
      },
    ],
  }),
  product({
    slug: "leading-light-matches",
    title: "Leading Light Matches",
    subtitle: "Sixty long matches in a jar",
    category: "lamp-room",
    description: [
      "Ten-centimetre aspen matches, long enough to reach a wick at the bottom of a lantern without meeting the flame. The jar has a cork lid, and the striker is pressed into the glass underneath.",
      "We sell out of these every autumn. The factory makes them in spring.",
    ],
    details: [
      detail("Material", "Aspen, glass, cork"),
      detail("Size", "Jar 5.5 × 13 cm; 60 matches of 10 cm"),
      detail("Post", "By surface mail only"),
    ],
    images: [
      picture(
        "leading-light-matches",
        "A glass jar of long matches with red heads and a cork lid.",
      ),
      picture("leading-light-matches-plan", "Measured drawing of the jar of matches."),
    ],
    prices: prices(1100, 1000, 850, 1500),
    weightGrams: 240,
    variants: [{ sku: "LAM-MAT-60", code: 40401, stock: 0 }],
  }),
];
