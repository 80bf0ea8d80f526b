import { choiceOption, colourOption, detail, picture, prices, product } from "./define";

const tote = {
  Ochre: picture("deckhand-tote-ochre", "Deckhand Tote in ochre canvas with rope handles."),
  Ink: picture("deckhand-tote-ink", "Deckhand Tote in ink blue canvas with rope handles."),
};
const towel = {
  Foam: picture("cold-water-towel-foam", "Folded swim towel with foam blue stripes."),
  Buoy: picture("cold-water-towel-buoy", "Folded swim towel with orange stripes."),
};
const cap = {
  Fog: picture("watch-cap-fog", "Ribbed wool Watch Cap in fog grey."),
  Ink: picture("watch-cap-ink", "Ribbed wool Watch Cap in ink blue."),
  Buoy: picture("watch-cap-buoy", "Ribbed wool Watch Cap in buoy orange."),
};

export const weather = [
  product({
    slug: "deckhand-tote",
    title: "Deckhand Tote",
    subtitle: "Waxed canvas, 28 l",
    category: "weather",
    featured: true,
    description: [
      "A bag you can put down in a puddle. The body is 18-ounce cotton canvas, waxed by hand; the base is a second layer of the same, folded up the sides and sewn twice. The handles are three-strand cotton rope, spliced and not knotted.",
      "It stands up by itself when it is empty and takes two wet towels, a flask, a paper and a pineapple when it is not. The wax marks and softens. Send it back in ten years and we will wax it again for the cost of the post.",
    ],
    details: [
      detail("Material", "Waxed cotton canvas, cotton rope, brass eyelets"),
      detail("Size", "46 × 36 × 17 cm, 28 l; handles clear a coat sleeve"),
      detail("Care", "Sponge with cold water; never a machine"),
    ],
    options: [colourOption("Ochre", "Ink")],
    images: [
      tote.Ochre,
      tote.Ink,
      picture("deckhand-tote-plan", "Measured drawing of the Deckhand Tote."),
    ],
    prices: prices(8400, 7900, 6800, 12400),
    weightGrams: 890,
    variants: [
      {
        sku: "WEA-TOT-OCH",
        code: 30101,
        options: { Colour: "Ochre" },
        stock: 16,
        image: tote.Ochre,
      },
      { sku: "WEA-TOT-INK", code: 30102, options: { Colour: "Ink" }, stock: 7, image: tote.Ink },
    ],
  }),
  product({
    slug: "cold-water-towel",
    title: "Cold Water Towel",
    subtitle: "For the ten minutes after",
    category: "weather",
    description: [
      "Big enough to change under, thin enough to carry wet. It is a flat weave on one side and cut loops on the other: the flat side sheds sand with one shake, the loops do the drying.",
      "There is a button and a cord in one corner, so it stays on your shoulders while you look for your other sock.",
    ],
    details: [
      detail("Material", "Organic cotton, 320 g/m²"),
      detail("Size", "100 × 180 cm"),
      detail("Care", "Wash at 40 °C before first use; no softener"),
    ],
    options: [colourOption("Foam", "Buoy")],
    images: [
      towel.Foam,
      towel.Buoy,
      picture("cold-water-towel-plan", "Measured drawing of the swim towel."),
    ],
    prices: prices(4200, 3900, 3400, 5900),
    weightGrams: 580,
    variants: [
      {
        sku: "WEA-SWI-FOA",
        code: 30201,
        options: { Colour: "Foam" },
        stock: 33,
        image: towel.Foam,
      },
      {
        sku: "WEA-SWI-BUO",
        code: 30202,
        options: { Colour: "Buoy" },
        stock: 12,
        image: towel.Buoy,
      },
    ],
  }),
  product({
    slug: "watch-cap",
    title: "Watch Cap",
    subtitle: "Ribbed lambswool",
    category: "weather",
    featured: true,
    description: [
      "A plain ribbed cap, knitted in the round from lambswool with a little of the grease left in, so that it shrugs off drizzle. Turn it up twice for the quay, once for the boat, and pull it right down for the walk home.",
      "It does not itch. People always ask, and we used to give a longer answer.",
    ],
    details: [
      detail("Material", "100 % lambswool, 5-ply, undyed label"),
      detail("Size", "S–M fits 54–57 cm, L–XL fits 58–62 cm"),
      detail("Care", "Hand wash cool, dry flat, forgive"),
    ],
    options: [colourOption("Fog", "Ink", "Buoy"), choiceOption("Size", "S–M", "L–XL")],
    images: [
      cap.Fog,
      cap.Ink,
      cap.Buoy,
      picture("watch-cap-plan", "Measured drawing of the Watch Cap."),
    ],
    prices: prices(3200, 2900, 2500, 4500),
    weightGrams: 92,
    variants: [
      {
        sku: "WEA-CAP-FOG-M",
        code: 30301,
        options: { Colour: "Fog", Size: "S–M" },
        stock: 20,
        image: cap.Fog,
      },
      {
        sku: "WEA-CAP-FOG-L",
        code: 30302,
        options: { Colour: "Fog", Size: "L–XL" },
        stock: 17,
        image: cap.Fog,
      },
      {
        sku: "WEA-CAP-INK-M",
        code: 30303,
        options: { Colour: "Ink", Size: "S–M" },
        stock: 9,
        image: cap.Ink,
      },
      {
        sku: "WEA-CAP-INK-L",
        code: 30304,
        options: { Colour: "Ink", Size: "L–XL" },
        stock: 0,
        image: cap.Ink,
      },
      {
        sku: "WEA-CAP-BUO-M",
        code: 30305,
        options: { Colour: "Buoy", Size: "S–M" },
        stock: 2,
        image: cap.Buoy,
      },
      {
        sku: "WEA-CAP-BUO-L",
        code: 30306,
        options: { Colour: "Buoy", Size: "L–XL" },
        stock: 13,
        image: cap.Buoy,
      },
    ],
  }),
  product({
    slug: "night-watch-flask",
    title: "Night Watch Flask",
    subtitle: "Vacuum flask with a real cup",
    category: "weather",
    description: [
      "Made for the watch from midnight to four. Tea that goes in at ten is still too hot to drink at two, and good until the ferry docks at six. The cup is double-walled and has a handle, because a hot thimble is nobody's idea of a cup.",
      "The stopper comes apart into three pieces without tools, and every piece can be bought again.",
    ],
    details: [
      detail("Material", "18/8 stainless steel, powder-coated; silicone seal"),
      detail("Size", "500 ml: 7 × 25 cm. 1 l: 8.5 × 31 cm"),
      detail("Keeps", "Above 60 °C for 12 hours (500 ml) or 18 hours (1 l)"),
      detail("Care", "By hand; leave the stopper off to dry"),
    ],
    options: [choiceOption("Size", "500 ml", "1 l")],
    images: [
      picture("night-watch-flask", "Kelp green flask with its cup beside it, steaming."),
      picture("night-watch-flask-plan", "Measured drawing of the flask."),
    ],
    prices: prices(3600, 3400, 2900, 5200),
    weightGrams: 410,
    variants: [
      { sku: "WEA-FLA-05", code: 30401, options: { Size: "500 ml" }, stock: 24 },
      {
        sku: "WEA-FLA-10",
        code: 30402,
        options: { Size: "1 l" },
        stock: 8,
        prices: prices(4800, 4500, 3900, 6900),
        weightGrams: 620,
      },
    ],
  }),
];
