import { swatches } from "@/lib/catalog/swatches";
import { inks, mix, tone } from "./colour";
import { place, wide, type Drawing } from "./page";
import { box, dice, ellipse, type Pen, polygon, smooth } from "./pen";
import { barometer, notebook, pencils } from "./products/chart-room";
import { kettle, saltTin } from "./products/galley";
import { blanket, lantern, matches } from "./products/lamp-room";
import { bowls, jug, mug } from "./products/table";
import { cap, flask, tote } from "./products/weather";
import { chartTable, dunes, kitchen, lampLight, seaside } from "./scenes";

const { Fog, Ink, Buoy, Chalk, Kelp, Ochre } = swatches;

/** Wide pictures: one for each category, and the one that opens the shop, by day and by night. */
export function banners(): Map<string, string> {
  const category = (title: string, draw: Drawing) => wide(title, [0, 240, 800, 533], draw);
  return new Map([
    [
      "categories/table.svg",
      category("Table", (pen) => {
        seaside("#f4dcbc", "#ee8d57", 600)(pen);
        place(pen, bowls(), 30, 300, 0.52);
        place(pen, jug(Ink), 300, 210, 0.62);
        place(pen, mug(Buoy, inks.ink), 500, 418, 0.38);
      }),
    ],
    [
      "categories/galley.svg",
      category("Galley", (pen) => {
        kitchen("#eccdb8", "#7d5a46")(pen);
        place(pen, kettle(Ink), 180, 206, 0.64);
        place(pen, saltTin(), 500, 420, 0.38);
      }),
    ],
    [
      "categories/weather.svg",
      category("Weather", (pen) => {
        pen.raw('<g transform="translate(0 60)">');
        dunes("#b9d5d6", "#cdb27a")(pen);
        pen.raw("</g>");
        place(pen, tote(Ochre), -10, 236, 0.6);
        place(pen, cap(Fog), 300, 414, 0.4);
        place(pen, flask(), 460, 344, 0.48);
      }),
    ],
    [
      "categories/lamp-room.svg",
      category("Lamp Room", (pen) => {
        lampLight("#1a3350", -200)(pen);
        place(pen, lantern(Buoy), 190, 194, 0.64);
        place(pen, blanket(Kelp), 480, 376, 0.42);
        place(pen, matches(), 20, 366, 0.44);
      }),
    ],
    [
      "categories/chart-room.svg",
      category("Chart Room", (pen) => {
        chartTable("#ece5d3", "#2f5863")(pen);
        place(pen, barometer(), 470, 250, 0.4);
        place(pen, notebook(Buoy), 130, 248, 0.56);
        place(pen, pencils(), 396, 374, 0.44);
      }),
    ],
    ["hero-day.svg", wide("The quay at sunrise", [0, 0, 1600, 900], quay(day))],
    ["hero-night.svg", wide("The quay at night", [0, 0, 1600, 900], quay(night))],
  ]);
}

type Hour = {
  sky: string;
  haze: string;
  disc: string;
  sea: string;
  land: string;
  stone: string;
  night: boolean;
};

const day: Hour = {
  sky: "#f4dcbc",
  haze: "#f3c9a0",
  disc: "#ee8d57",
  sea: inks.sea,
  land: "#5d7f78",
  stone: "#c9c2b2",
  night: false,
};

const night: Hour = {
  sky: "#14293f",
  haze: "#1e3a52",
  disc: "#f6e6b9",
  sea: "#1f4558",
  land: "#0d1e2e",
  stone: "#4a5560",
  night: true,
};

function quay(hour: Hour): Drawing {
  return (pen) => {
    const { sky, haze, disc, sea, stone } = hour;
    pen.shade(box(0, 0, 1600, 560), sky);
    pen.shade(box(0, 380, 1600, 180), haze);
    if (hour.night) stars(pen);
    pen.shade(ellipse(1130, 400, 290), mix(sky, disc, 0.35), 0.5);
    pen.shade(ellipse(1130, 400, 226), disc, hour.night ? 0.95 : 1);
    // Drawn on the left, shown on the right: the left of the sky is for words.
    pen.raw('<g transform="matrix(-1 0 0 1 1660 0)">');
    headland(pen, hour);
    pen.raw("</g>");
    pen.shade(box(0, 530, 1600, 240), sea);
    pen.shade(box(0, 530, 1600, 10), mix(sea, inks.night, 0.4));
    water(pen, hour);
    tender(pen, hour);
    gulls(pen, hour.night ? "#d5dfe0" : inks.ink);
    pen.shade(box(0, 764, 1600, 136), stone);
    pen.shade(box(0, 764, 1600, 14), mix(stone, inks.chalk, hour.night ? 0.18 : 0.55));
    const joints =
      "M0 836h1600M150 778v58M420 778v58M700 778v58M980 778v58M1260 778v58M1500 778v58M60 836v64M300 836v64M560 836v64M840 836v64M1120 836v64M1400 836v64";
    pen.line(joints, mix(stone, inks.night, 0.28), 4);
    place(pen, tote(Ochre), 872, 270, 0.6);
    place(pen, lantern(Buoy), 1120, 262, 0.6);
    place(pen, mug(Chalk, inks.ink), 1330, 500, 0.33);
    place(pen, notebook(Ink), 1090, 560, 0.26);
  };
}

function stars(pen: Pen): void {
  const roll = dice(99);
  const d = Array.from(
    { length: 70 },
    () => `M${Math.round(roll() * 1600)} ${Math.round(roll() * 420)}h0`,
  );
  pen.line(d.join(""), "#cfd9e0", 4.5);
}

function headland(pen: Pen, { land, night, sky }: Hour): void {
  const hill = `${smooth([0, 470], [130, 436], [300, 446], [430, 486], [560, 524], [640, 536])}V560H0Z`;
  if (night) pen.shade(polygon([236, 316], [1800, 20], [1800, 380]), "#f6e6b9", 0.16);
  pen.shade(hill, mix(land, sky, 0.12));
  pen.shade(`${smooth([0, 500], [180, 476], [340, 500], [520, 534])}V560H0Z`, land);
  pen.shade(polygon([200, 448], [212, 330], [260, 330], [272, 448]), "#f1eadb");
  pen.shade(polygon([240, 330], [260, 330], [272, 448], [244, 448]), inks.night, 0.22);
  pen.shade(polygon([205, 404], [208, 370], [264, 370], [267, 404]), inks.buoy);
  pen.shade(`${box(212, 296, 48, 34)}M204 296l32 -28l32 28Z`, inks.night);
  pen.shade(box(224, 300, 24, 26), night ? "#fff3c4" : inks.sun);
  pen.shade(polygon([290, 450], [290, 414], [326, 390], [362, 414], [362, 458]), "#e8dfcb");
  pen.shade(polygon([282, 418], [326, 384], [370, 418]), "#a4533b");
}

function water(pen: Pen, { sea, disc }: Hour): void {
  const roll = dice(7);
  const strokes: string[] = [];
  for (let y = 556; y < 756; y += 18) {
    for (let i = 0; i < 6; i++)
      strokes.push(
        `M${Math.round(roll() * 1600)} ${y + Math.round(roll() * 8)}h${Math.round(30 + roll() * 90 + (y - 556) * 0.4)}`,
      );
  }
  pen.line(strokes.join(""), mix(sea, inks.foam, 0.42), 5);
  const path = [0, 1, 2, 3, 4, 5, 6].map(
    (i) => `M${1010 + i * 14} ${556 + i * 28}h${240 - i * 28}`,
  );
  pen.line(path.join(""), mix(disc, inks.chalk, 0.25), 9);
}

/** The boat that carries goods between the quay and the ships. */
function tender(pen: Pen, { night }: Hour): void {
  const hull = tone(night ? "#24455c" : "#1f3f5a");
  pen.shade(
    "M456 706c120 20 300 20 392 -4c-40 22 -90 34 -190 34s-170 -10 -202 -30Z",
    inks.night,
    0.3,
  );
  pen.shade(polygon([560, 640], [560, 560], [700, 560], [712, 640]), "#f1eadb");
  pen.shade(polygon([650, 560], [700, 560], [712, 640], [650, 640]), inks.night, 0.25);
  pen.shade(box(580, 578, 36, 32, 4) + box(634, 578, 36, 32, 4), night ? "#ffdf8e" : inks.foam);
  pen.shade(box(548, 548, 164, 16, 5), inks.buoy);
  pen.line("M620 548v-78", "#3b3a3a", 8);
  pen.shade("M624 474h58l-14 17l14 17h-58Z", inks.sun);
  for (const [x, y, w] of [
    [724, 596, 58],
    [752, 560, 46],
  ] as const) {
    pen.shade(box(x, y, w, 44, 3), inks.wood);
    pen.line(`M${x} ${y + 15}h${w}M${x} ${y + 30}h${w}`, mix(inks.wood, inks.night, 0.35), 3);
  }
  pen.shade(
    "M440 622c120 24 300 20 430 -14c-10 54 -40 94 -70 112H516c-40 -18 -66 -54 -76 -98Z",
    hull.base,
  );
  pen.shade(
    "M720 640c60 -8 104 -18 150 -32c-10 54 -40 94 -70 112h-110c20 -20 30 -50 30 -80Z",
    hull.dark,
  );
  pen.shade("M440 622c120 24 300 20 430 -14l-4 18c-126 32 -304 38 -420 14Z", "#f1eadb");
  pen.line("M470 676c110 16 250 14 370 -8", inks.buoy, 6);
}

function gulls(pen: Pen, colour: string): void {
  pen.line(
    "M700 180q34 -34 60 0q26 -34 60 0M860 270q20 -20 36 0q16 -20 36 0M560 300q17 -17 31 0q14 -17 31 0M1390 150q24 -24 42 0q18 -24 42 0",
    colour,
    7,
  );
}
