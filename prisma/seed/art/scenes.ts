import { inks, mix } from "./colour";
import { box, dice, ellipse, type Pen, polygon, smooth } from "./pen";

/** Where things stand: the light comes from the upper left, the ground begins at `horizon`. */
export type Scene = (pen: Pen) => void;

const rect = (pen: Pen, y: number, height: number, fill: string) =>
  pen.shade(box(0, y, 800, height), fill);

/** Short strokes in rows that widen towards us, as light lies on water. */
function ripples(pen: Pen, colour: string, from: number, to: number, seed: number): void {
  const roll = dice(seed);
  let d = "";
  for (let y = from; y < to; y += 17) {
    for (let i = 0; i < 3; i++) {
      const length = 24 + roll() * 70 + (y - from) * 0.4;
      d += `M${Math.round(roll() * 800)} ${y + Math.round(roll() * 8)}h${Math.round(length)}`;
    }
  }
  pen.line(d, colour, 4);
}

export function seaside(sky: string, sun: string, sunX = 560): Scene {
  return (pen) => {
    rect(pen, 0, 470, sky);
    pen.shade(box(0, 360, 800, 110), mix(sky, sun, 0.22));
    pen.shade(ellipse(sunX, 372, 158), mix(sky, sun, 0.4), 0.55);
    pen.shade(ellipse(sunX, 372, 122), sun);
    rect(pen, 470, 200, inks.sea);
    rect(pen, 470, 9, mix(inks.sea, inks.ink, 0.35));
    ripples(pen, mix(inks.sea, inks.foam, 0.5), 500, 650, 11);
    const glitter = [0, 1, 2, 3, 4, 5].map(
      (i) => `M${sunX - 70 + i * 9} ${490 + i * 26}h${140 - i * 18}`,
    );
    pen.line(glitter.join(""), mix(sun, inks.chalk, 0.3), 7);
    rect(pen, 660, 340, inks.chalk);
    rect(pen, 660, 14, mix(inks.chalk, inks.wood, 0.32));
    rect(pen, 936, 64, mix(inks.chalk, inks.ink, 0.2));
  };
}

export function kitchen(tile: string, top: string): Scene {
  return (pen) => {
    rect(pen, 0, 660, tile);
    pen.raw(
      `<pattern id="t" width="133.4" height="110" patternUnits="userSpaceOnUse"><path d="M0 0h133v110" fill="none" stroke="${mix(tile, inks.chalk, 0.55)}" stroke-width="6"/><path d="M8 102V9h116" fill="none" stroke="${mix(tile, inks.ink, 0.1)}" stroke-width="3"/></pattern>`,
    );
    rect(pen, 0, 660, "url(#t)");
    pen.shade(ellipse(196, 222, 146), inks.night, 0.18);
    pen.shade(ellipse(186, 210, 142), inks.brass);
    pen.shade(ellipse(182, 206, 130), mix(inks.brass, inks.chalk, 0.4));
    pen.shade(ellipse(186, 210, 112), inks.foam);
    pen.shade(`M74 226a112 112 0 0 0 224 0Z`, inks.sea);
    pen.line("M96 254h70M190 270h76M130 292h60", inks.foam, 5);
    pen.shade(ellipse(232, 166, 26), inks.chalk);
    rect(pen, 660, 340, top);
    rect(pen, 660, 14, mix(top, inks.ink, 0.28));
    const roll = dice(5);
    const grain = Array.from({ length: 14 }, (_, i) => {
      const x = Math.round(roll() * 700);
      return `M${x} ${694 + i * 21}q${Math.round(60 + roll() * 60)} ${Math.round(roll() * 10 - 5)} ${Math.round(140 + roll() * 160)} 0`;
    });
    pen.line(grain.join(""), mix(top, inks.ink, 0.13), 3);
  };
}

export function dunes(sky: string, far: string): Scene {
  return (pen) => {
    rect(pen, 0, 700, sky);
    const cloud = "a44 44 0 0 1 84-22a62 62 0 0 1 116 12a36 36 0 0 1 40 34h-262a24 24 0 0 1 22-24Z";
    pen.shade(`M420 190${cloud}`, inks.chalk, 0.85);
    pen.shade(`M40 330${cloud}`, inks.chalk, 0.5);
    rect(pen, 520, 80, inks.sea);
    pen.line("M40 548h90M210 566h120M520 546h80M640 568h110", mix(inks.sea, inks.foam, 0.6), 5);
    pen.shade(`${smooth([0, 560], [140, 520], [330, 610], [520, 640], [800, 660])}V800H0Z`, far);
    pen.shade(
      `${smooth([300, 720], [480, 610], [640, 560], [800, 500])}V800H300Z`,
      mix(far, inks.sand, 0.5),
    );
    const roll = dice(23);
    const grass = Array.from({ length: 26 }, () => {
      const x = Math.round(600 + roll() * 190);
      const y = Math.round(598 - (x - 600) * 0.34 + roll() * 30);
      const lean = Math.round(roll() * 34 - 26);
      return `M${x} ${y}q${Math.round(lean / 3)} -34 ${lean} ${-Math.round(50 + roll() * 34)}`;
    });
    pen.line(grass.join(""), inks.kelp, 4);
    pen.shade(`${smooth([0, 690], [200, 668], [460, 700], [800, 668])}V1000H0Z`, inks.sand);
    pen.line(
      "M96 150q26 -26 46 0q20 -26 46 0M232 226q17 -17 31 0q14 -17 31 0M560 96q21 -21 37 0q16 -21 37 0",
      inks.ink,
      6,
    );
  };
}

export function lampLight(sky: string, moonY = 190): Scene {
  return (pen) => {
    rect(pen, 0, 640, sky);
    pen.shade(ellipse(610, moonY, 96), mix(sky, inks.sun, 0.16));
    pen.shade(ellipse(610, moonY, 74), "#f6e6b9");
    pen.shade(ellipse(580, moonY - 16, 68), sky, 0.94);
    const roll = dice(77);
    const stars = Array.from(
      { length: 30 },
      () => `M${Math.round(roll() * 800)} ${Math.round(roll() * 430)}h0`,
    );
    pen.line(stars.join(""), "#cfd9e0", 4.5);
    pen.shade(polygon([118, 386], [800, 268], [800, 442]), "#f6e6b9", 0.17);
    pen.shade(
      `${smooth([0, 486], [90, 470], [180, 482], [260, 520], [330, 530])}V560H0Z`,
      mix(sky, "#000000", 0.35),
    );
    pen.shade(polygon([96, 476], [104, 402], [130, 402], [138, 476]), "#e9e2d0");
    pen.shade(polygon([99, 450], [101, 428], [133, 428], [135, 450]), inks.buoy);
    pen.shade(`${box(102, 378, 30, 20)}M98 378l19 -18l19 18Z`, inks.night);
    pen.shade(box(110, 380, 14, 16), "#fdf2c4");
    rect(pen, 524, 150, mix(sky, inks.sea, 0.42));
    ripples(pen, mix(sky, inks.foam, 0.42), 540, 650, 31);
    rect(pen, 664, 336, "#6d4c3f");
    rect(pen, 664, 14, "#3d2c2b");
    pen.line(
      "M60 730q150 8 320 0M300 772q200 -8 420 2M30 846q220 8 380 0M380 920q180 -8 400 4",
      "#5c3f36",
      4,
    );
  };
}

/** Without a desk it is a wall, for what hangs. */
export function chartTable(wall: string, desk?: string): Scene {
  return (pen) => {
    rect(pen, 0, 1000, wall);
    const ring = (grow: number) =>
      `${smooth([120 - grow, 60 - grow], [300, 20 - grow], [430 + grow, 130], [560 + grow, 240 + grow * 0.4], [470 + grow * 0.6, 420 + grow], [250, 380 + grow], [90 - grow, 300 + grow * 0.6], [60 - grow, 160], [120 - grow, 60 - grow])}Z`;
    pen.line([0, 52, 108, 170, 238, 312].map(ring).join(""), mix(wall, inks.sea, 0.45), 3.5);
    pen.shade(ring(-46), mix(wall, inks.sand, 0.85));
    pen.line(ring(-46), mix(wall, inks.sea, 0.75), 5);
    pen.line("M610 120h120M670 60v120M628 78l84 84M712 78l-84 84", mix(wall, inks.sea, 0.35), 3);
    pen.line(ellipse(670, 120, 34), mix(wall, inks.sea, 0.45), 4);
    if (desk === undefined) return;
    rect(pen, 664, 336, desk);
    rect(pen, 664, 14, mix(desk, inks.night, 0.4));
    pen.line("M0 720h800", mix(desk, inks.foam, 0.3), 3, 'stroke-dasharray="14 12"');
  };
}
