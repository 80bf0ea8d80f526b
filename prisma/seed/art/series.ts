import { swatches } from "@/lib/catalog/swatches";
import { inks } from "./colour";
import type { Drawing, Measures } from "./page";
import * as chart from "./products/chart-room";
import * as galley from "./products/galley";
import * as lamp from "./products/lamp-room";
import * as table from "./products/table";
import * as weather from "./products/weather";
import { chartTable, dunes, kitchen, lampLight, type Scene, seaside } from "./scenes";

/** One picture of a product, and what its file adds to the product's name ("" for the only picture). */
export type View = { suffix: string; scene: Scene; draw: Drawing };

export type Subject = {
  slug: string;
  title: string;
  views: View[];
  measures: Measures;
  measured: Drawing;
};

const { Fog, Ink, Buoy, Chalk, Kelp, Ochre, Foam } = swatches;

const dawn = seaside("#f4dcbc", "#ee8d57");
const noon = seaside("#cfe1e1", inks.sun, 250);
const dusk = seaside("#e9c3b4", "#e0693f", 590);
const mint = kitchen("#c9dad2", inks.wood);
const blush = kitchen("#eccdb8", "#7d5a46");
const slate = kitchen("#a9c3cb", "#d3a068");
const breeze = dunes("#b9d5d6", "#cdb27a");
const squall = dunes("#c3c8d4", "#a89c7c");
const blaze = dunes("#f2d3a4", "#c99a62");
const nightfall = lampLight("#1a3350");
const violet = lampLight("#3a3556");
const pine = lampLight("#1c4046");
const paper = chartTable("#ece5d3", "#2f5863");
const tide = chartTable("#cbdcd9", "#8a5d3f");
const rose = chartTable("#efd5c3", "#2d4a5e");
const wall = chartTable("#c4d6d6");
const roseWall = chartTable("#e9c8b3");

const view = (suffix: string, scene: Scene, draw: Drawing): View => ({ suffix, scene, draw });
const only = (scene: Scene, draw: Drawing): View[] => [view("", scene, draw)];

const size = (
  [left, top, right, bottom]: [number, number, number, number],
  width: string,
  height: string,
): Measures => ({ bounds: { left, top, right, bottom }, width, height });

export const series: Subject[] = [
  {
    slug: "quay-mug",
    title: "Quay Mug",
    views: [
      view("-fog", dawn, table.mug(Fog, inks.ink)),
      view("-ink", noon, table.mug(Ink, inks.chalk)),
      view("-buoy", seaside("#bcd6da", "#f7e3b0", 600), table.mug(Buoy, inks.ink)),
    ],
    measures: size([208, 510, 616, 862], "9 cm, 11.5 with the handle", "8.5 cm"),
    measured: table.mug(Fog, inks.ink),
  },
  {
    slug: "slipway-bowl",
    title: "Slipway Bowl",
    views: only(noon, table.bowls()),
    measures: size([114, 476, 686, 866], "12, 16 and 24 cm", "5, 7 and 10 cm"),
    measured: table.bowls(),
  },
  {
    slug: "longshore-plate",
    title: "Longshore Plate",
    views: [view("-chalk", dusk, table.plates(Chalk)), view("-kelp", mint, table.plates(Kelp))],
    measures: size([78, 338, 664, 880], "27 cm", "27 cm"),
    measured: table.plates(Chalk),
  },
  {
    slug: "tern-jug",
    title: "Tern Jug",
    views: [
      view("-chalk", seaside("#a9c9cf", "#f5d68b", 230), table.jug(Chalk)),
      view("-ink", dawn, table.jug(Ink)),
    ],
    measures: size([186, 368, 620, 866], "13 cm", "23 cm"),
    measured: table.jug(Chalk),
  },
  {
    slug: "galley-kettle",
    title: "Galley Kettle",
    views: [view("-buoy", mint, galley.kettle(Buoy)), view("-ink", blush, galley.kettle(Ink))],
    measures: size([130, 370, 634, 880], "22 cm", "21 cm"),
    measured: galley.kettle(Ink),
  },
  {
    slug: "native-oyster-knife",
    title: "Native Oyster Knife",
    views: only(slate, galley.oysterKnife()),
    measures: size([60, 590, 716, 900], "16 cm, blade 6 cm", "3.5 cm thick"),
    measured: galley.oysterKnife(),
  },
  {
    slug: "pan-salt",
    title: "Pan Salt",
    views: only(blush, galley.saltTin()),
    measures: size([204, 494, 516, 864], "8 cm", "8.5 cm"),
    measured: galley.saltTin(),
  },
  {
    slug: "signal-towel",
    title: "Signal Tea Towel",
    views: [
      view("-kilo", kitchen("#e9dcc4", inks.wood), galley.signalTowel("Kilo")),
      view("-lima", slate, galley.signalTowel("Lima")),
      view("-uniform", mint, galley.signalTowel("Uniform")),
    ],
    measures: size([182, 252, 618, 862], "50 cm", "70 cm"),
    measured: galley.signalTowel("Kilo"),
  },
  {
    slug: "deckhand-tote",
    title: "Deckhand Tote",
    views: [view("-ochre", breeze, weather.tote(Ochre)), view("-ink", blaze, weather.tote(Ink))],
    measures: size([164, 300, 640, 860], "46 cm", "36 cm, 58 with handles"),
    measured: weather.tote(Ochre),
  },
  {
    slug: "cold-water-towel",
    title: "Cold Water Towel",
    views: [
      view("-foam", blaze, weather.swimTowel(Foam)),
      view("-buoy", breeze, weather.swimTowel(Buoy)),
    ],
    measures: size([132, 400, 654, 850], "100 × 180 cm", "folded 34 × 30 cm"),
    measured: weather.swimTowel(Foam),
  },
  {
    slug: "watch-cap",
    title: "Watch Cap",
    views: [
      view("-fog", squall, weather.cap(Fog)),
      view("-ink", breeze, weather.cap(Ink)),
      view("-buoy", dunes("#a8c3d6", "#bfae8a"), weather.cap(Buoy)),
    ],
    measures: size([146, 316, 660, 892], "54–62 cm around", "22 cm high"),
    measured: weather.cap(Fog),
  },
  {
    slug: "night-watch-flask",
    title: "Night Watch Flask",
    views: only(dunes("#e8c4a8", "#b58e6e"), weather.flask()),
    measures: size([230, 306, 430, 868], "7 or 8.5 cm", "25 or 31 cm"),
    measured: weather.flask(),
  },
  {
    slug: "storm-lantern",
    title: "Storm Lantern",
    views: [view("-buoy", nightfall, lamp.lantern(Buoy)), view("-ink", violet, lamp.lantern(Ink))],
    measures: size([240, 310, 560, 872], "15 cm", "26 cm, 34 with the bail"),
    measured: lamp.lantern(Ink),
  },
  {
    slug: "harbour-candles",
    title: "Harbour Candles",
    views: only(pine, lamp.candles()),
    measures: size([272, 190, 530, 866], "2.2 cm each", "25 cm"),
    measured: lamp.candles(),
  },
  {
    slug: "forecast-blanket",
    title: "Forecast Blanket",
    views: [
      view("-foam", violet, lamp.blanket(Foam)),
      view("-kelp", nightfall, lamp.blanket(Kelp)),
      view("-ochre", pine, lamp.blanket(Ochre)),
    ],
    measures: size([126, 490, 674, 900], "140 × 190 cm", "folded 40 cm"),
    measured: lamp.blanket(Foam),
  },
  {
    slug: "leading-light-matches",
    title: "Leading Light Matches",
    views: only(violet, lamp.matches()),
    measures: size([276, 350, 524, 846], "5.5 cm", "13 cm"),
    measured: lamp.matches(),
  },
  {
    slug: "tide-notebook",
    title: "Tide Notebook",
    views: [view("-ink", paper, chart.notebook(Ink)), view("-buoy", tide, chart.notebook(Buoy))],
    measures: size([212, 290, 640, 926], "15 cm", "21 cm"),
    measured: chart.notebook(Ink),
  },
  {
    slug: "soundings-pencils",
    title: "Soundings Pencils",
    views: only(rose, chart.pencils()),
    measures: size([250, 232, 552, 872], "7 mm each", "17.5 cm"),
    measured: chart.pencils(),
  },
  {
    slug: "weather-glass",
    title: "Weather Glass",
    views: only(wall, chart.barometer()),
    measures: size([130, 204, 670, 790], "14.5 cm", "14.5 cm"),
    measured: chart.barometer(),
  },
  {
    slug: "sea-areas-print",
    title: "Sea Areas Print",
    views: only(roseWall, chart.print()),
    measures: size([156, 132, 640, 800], "30 or 42 cm", "42 or 59 cm"),
    measured: chart.print(),
  },
];
