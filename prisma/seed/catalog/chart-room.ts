import { choiceOption, colourOption, detail, picture, prices, product } from "./define";

const notebook = {
  Ink: picture("tide-notebook-ink", "Tide Notebook bound in ink blue cloth with a ribbon."),
  Buoy: picture("tide-notebook-buoy", "Tide Notebook bound in buoy orange cloth with a ribbon."),
};

export const chartRoom = [
  product({
    slug: "tide-notebook",
    title: "Tide Notebook",
    subtitle: "Cloth-bound, 192 pages",
    category: "chart-room",
    featured: true,
    description: [
      "It opens flat at any page and stays there, because the sections are sewn and the spine is left free. The paper takes ink on both sides and a pencil willingly. On every page, in the margin, there is a small blank tide curve: shade it in, or use it to mark how the day went.",
      "Numbered pages, an index at the front, a pocket at the back for tickets.",
    ],
    details: [
      detail("Material", "Book cloth over board, sewn; 100 g/m² ivory paper"),
      detail("Size", "A5, 15 × 21 cm; 192 numbered pages"),
      detail("Ruling", "Lined at 7 mm, or plain"),
    ],
    options: [colourOption("Ink", "Buoy"), choiceOption("Ruling", "Lined", "Plain")],
    images: [
      notebook.Ink,
      notebook.Buoy,
      picture("tide-notebook-plan", "Measured drawing of the Tide Notebook."),
    ],
    prices: prices(1900, 1800, 1500, 2700),
    weightGrams: 340,
    variants: [
      {
        sku: "CHA-NOT-INK-L",
        code: 50101,
        options: { Colour: "Ink", Ruling: "Lined" },
        stock: 42,
        image: notebook.Ink,
      },
      {
        sku: "CHA-NOT-INK-P",
        code: 50102,
        options: { Colour: "Ink", Ruling: "Plain" },
        stock: 30,
        image: notebook.Ink,
      },
      {
        sku: "CHA-NOT-BUO-L",
        code: 50103,
        options: { Colour: "Buoy", Ruling: "Lined" },
        stock: 19,
        image: notebook.Buoy,
      },
      {
        sku: "CHA-NOT-BUO-P",
        code: 50104,
        options: { Colour: "Buoy", Ruling: "Plain" },
        stock: 1,
        image: notebook.Buoy,
      },
    ],
  }),
  product({
    slug: "soundings-pencils",
    title: "Soundings Pencils",
    subtitle: "Five grades, 2H to 2B",
    category: "chart-room",
    description: [
      "Five pencils banded like a lead line: one stripe for 2H, five for 2B, so you can find the one you want without reading it. Incense cedar, which is the only wood that sharpens without an argument, and lacquered in five thin coats.",
      "They come in a card tube, and the tube makes a good home for paint brushes afterwards.",
    ],
    details: [
      detail("Material", "Incense cedar, graphite, water-based lacquer"),
      detail("Grades", "2H, H, HB, B, 2B"),
      detail("Size", "17.5 cm, hexagonal, unsharpened"),
    ],
    images: [
      picture("soundings-pencils", "Five banded pencils standing in a card tube."),
      picture("soundings-pencils-plan", "Measured drawing of the pencils."),
    ],
    prices: prices(1200, 1100, 950, 1700),
    weightGrams: 58,
    variants: [{ sku: "CHA-PEN-5", code: 50201, stock: 66 }],
  }),
  product({
    slug: "weather-glass",
    title: "Weather Glass",
    subtitle: "Aneroid barometer in brass",
    category: "chart-room",
    description: [
      "A barometer that you read standing up, from across the room. The movement is a sealed capsule made for ship's instruments; the case is spun brass, left without lacquer, so that it darkens where nobody touches it and shines where you tap the glass.",
      "It needs setting once, to the height of your house above the sea. After that it will be right about tomorrow more often than your telephone.",
    ],
    details: [
      detail("Material", "Spun brass, mineral glass, enamelled dial"),
      detail("Size", "14.5 cm across, 5 cm deep; one hidden screw"),
      detail("Range", "960 to 1060 hPa, to 1 hPa; good to 700 m above the sea"),
      detail("Promise", "Repaired by us for as long as we are here"),
    ],
    images: [
      picture("weather-glass", "Round brass barometer with a white dial on a wall."),
      picture("weather-glass-plan", "Measured drawing of the barometer."),
    ],
    prices: prices(16500, 15500, 13500, 24500),
    weightGrams: 960,
    variants: [{ sku: "CHA-BAR-01", code: 50301, stock: 2 }],
  }),
  product({
    slug: "sea-areas-print",
    title: "Sea Areas Print",
    subtitle: "Screen print in three inks",
    category: "chart-room",
    description: [
      "An imagined coast, with every sounding and every light drawn by hand, and sea areas named after the people who have worked in the shop. Printed in three flat inks on a cotton sheet with a deckle edge.",
      "Numbered in pencil, rolled in a tube of recycled card. The small one fits an ordinary frame. The large one asks for a wall.",
    ],
    details: [
      detail("Material", "300 g/m² cotton paper, water-based inks"),
      detail("Size", "A3: 30 × 42 cm. A2: 42 × 59 cm"),
      detail("Edition", "Open for A3; 150 of A2"),
    ],
    options: [choiceOption("Size", "A3", "A2")],
    images: [
      picture(
        "sea-areas-print",
        "Screen print of an imagined coast with depth lines, pinned to a wall.",
      ),
      picture("sea-areas-print-plan", "Measured drawing of the print."),
    ],
    prices: prices(3800, 3500, 3000, 5400),
    weightGrams: 220,
    variants: [
      { sku: "CHA-PRI-A3", code: 50401, options: { Size: "A3" }, stock: 25 },
      {
        sku: "CHA-PRI-A2",
        code: 50402,
        options: { Size: "A2" },
        stock: 0,
        prices: prices(5800, 5400, 4700, 8400),
        weightGrams: 360,
      },
    ],
  }),
];
