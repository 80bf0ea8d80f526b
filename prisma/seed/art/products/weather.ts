import { inks, mix, type Tone, tone } from "../colour";
import type { Drawing } from "../page";
import { box, ellipse, type Pen, polygon } from "../pen";
import { steam } from "./table";

/** Three strands: a bar with slanting gaps. */
function rope(pen: Pen, d: string, width: number): void {
  pen.tube(d, width, tone("#e3d2ab"));
  if (!pen.plan)
    pen.line(d, "#a68d5d", width * 0.9, `stroke-dasharray="3 ${width * 0.62}" opacity=".75"`);
}

export function tote(colour: string): Drawing {
  return (pen) => {
    const canvas = tone(colour);
    pen.shadow(400, 840, 236, 180, 0.12);
    rope(pen, "M286 470C280 250 500 250 494 470", 22);
    pen.shape("M176 478l452 0l-22 60l-410 0Z", mix(colour, inks.night, 0.62));
    // What it carries: a towel and a paper.
    pen.shape("M440 500c-6 -70 30 -92 80 -88c46 4 60 40 54 88Z", inks.foam);
    pen.shade("M530 414c36 8 50 40 44 86h-40c8 -40 4 -66 -4 -86Z", inks.sea);
    pen.shape(polygon([226, 500], [250, 380], [330, 396], [322, 500]), "#f0ebdf");
    pen.line("M258 410l56 11M254 430l58 11M250 450l60 11", "#9fa9ac", 4);
    pen.shape(
      "M164 484q236 34 476 0l-34 342q-4 20 -24 22q-182 16 -360 0q-20 -2 -24 -22Z",
      canvas.base,
    );
    pen.shade(
      "M420 508q120 -2 220 -24l-34 342q-4 20 -24 22q-70 6 -140 8q30 -170 -22 -348Z",
      canvas.dark,
    );
    pen.shade("M566 496l74 -12l-34 342q-4 20 -24 22l-40 4q40 -170 24 -356Z", canvas.deep, 0.55);
    pen.shade("M190 494l46 6q-14 160 10 340l-30 -4q-14 -160 -26 -342Z", canvas.light, 0.7);
    pen.shade("M330 506l130 0q30 150 0 340h-120q30 -180 -10 -340Z", "url(#g)");
    pen.shape(
      "M182 690q218 34 440 0l-16 136q-4 20 -24 22q-182 16 -360 0q-20 -2 -24 -22Z",
      mix(colour, inks.night, 0.34),
    );
    pen.shade(
      "M420 714q110 -2 202 -24l-16 136q-4 20 -24 22q-70 6 -140 8q16 -70 -22 -142Z",
      inks.night,
      0.3,
    );
    const stitches = 'stroke-dasharray="11 9"';
    if (!pen.plan) {
      pen.line(
        "M186 706q216 32 432 0M172 506q230 32 460 0",
        mix(colour, inks.chalk, 0.6),
        4,
        stitches,
      );
    }
    rope(pen, "M262 560C244 250 536 250 518 560", 24);
    for (const x of [262, 518]) {
      pen.shape(ellipse(x, 562, 21), inks.brass);
      pen.shape(ellipse(x - 2, 560, 11), mix(inks.brass, inks.night, 0.6));
    }
    pen.shape(box(352, 590, 76, 50, 4), "#efe7d3");
    if (!pen.plan) pen.line("M368 618q12 -13 22 0q10 -13 22 0", inks.ink, 5);
  };
}

export function swimTowel(colour: string): Drawing {
  return (pen) => {
    const cloth = tone("#f4eee0");
    const stripe = tone(colour);
    pen.shade("M160 850l500 -10l130 30l-560 30Z", inks.night, 0.3);
    const layer = (y: number, x: number, width: number, height: number) => {
      const end = height / 2;
      const d = `M${x} ${y}h${width - end}a${end} ${end} 0 0 1 0 ${height}h${end - width}q-14 ${-end} 0 ${-height}Z`;
      pen.shape(d, cloth.base);
      pen.shade(
        `M${x + width * 0.56} ${y}h${width * 0.44 - end}a${end} ${end} 0 0 1 0 ${height}h${-width * 0.44 + end}q30 ${-end} 0 ${-height}Z`,
        cloth.dark,
        0.75,
      );
      pen.shade(
        `M${x} ${y + height * 0.72}h${width - end + end * 0.8}a${end} ${end} 0 0 1 ${-end * 0.8} ${height * 0.28}h${end - width}Z`,
        cloth.dark,
        0.6,
      );
      for (const [i, w] of [26, 62, 26].entries()) {
        const at = x + 70 + i * 62 + (i === 2 ? 34 : 0);
        pen.shape(
          `M${at} ${y}h${w}q14 ${end} 0 ${height}h${-w}q14 ${-end} 0 ${-height}Z`,
          stripe.base,
        );
        pen.shade(
          `M${at + 6} ${y + height * 0.72}h${w}q0 ${height * 0.14} -6 ${height * 0.28}h${-w}Z`,
          stripe.dark,
        );
      }
      pen.shade(
        `M${x + width * 0.42} ${y + 4}h${width * 0.3}v${height - 8}h${-width * 0.3}Z`,
        "url(#g)",
      );
    };
    layer(744, 132, 520, 104);
    layer(646, 146, 500, 100);
    layer(556, 138, 490, 92);
    // One more, rolled, on top.
    pen.shade(box(196, 548, 390, 16), inks.night, 0.3);
    pen.shape("M196 400h360a60 78 0 0 1 0 156h-360Z", stripe.base);
    pen.shade("M196 504h404a60 78 0 0 1 -44 52h-360Z", stripe.dark);
    pen.shade("M200 424h356v18h-356Z", stripe.light, 0.9);
    pen.shade("M380 440h200v80h-200Z", "url(#g)");
    pen.shape("M470 400h34v156h-34ZM520 400h16v156h-16Z", cloth.base);
    pen.shape(ellipse(198, 478, 58, 78), stripe.light);
    pen.line(
      "M198 478c-18 -2 -18 -30 4 -30c32 0 32 58 -4 58c-48 0 -48 -84 4 -84c56 0 62 110 -4 112",
      stripe.dark,
      7,
    );
  };
}

export function cap(colour: string): Drawing {
  return (pen) => {
    const wool = tone(colour);
    // A beach stone to sit on.
    pen.shade(
      "M150 850c120 -20 420 -24 560 0c60 20 -20 50 -120 50c-160 6 -420 0 -440 -50Z",
      inks.night,
      0.26,
    );
    pen.shape(
      "M146 838c-10 -66 90 -108 254 -108s272 44 262 112c-8 44 -110 54 -260 54s-248 -12 -256 -58Z",
      "#8d979b",
    );
    pen.shade("M420 730c150 4 250 48 242 112c-8 44 -110 54 -260 54q150 -60 18 -166Z", "#5d6b73");
    pen.shade("M180 810c20 -30 70 -46 120 -52q-60 30 -70 90q-50 -10 -50 -38Z", "#b7bfbf");
    pen.shade("M380 760h180v110h-180Z", "url(#g)");
    pen.shape("M176 716C160 420 270 320 404 316C540 320 640 430 626 716Z", wool.base);
    pen.shade("M430 318C560 330 640 440 626 716H470C530 560 500 400 430 318Z", wool.dark);
    pen.shade("M560 400C620 480 632 590 626 716H570C600 610 596 480 560 400Z", wool.deep, 0.6);
    pen.shade(
      "M216 560C220 450 270 380 340 350C280 420 262 500 262 700H214C212 650 212 600 216 560Z",
      wool.light,
      0.7,
    );
    pen.shade("M400 340C500 380 520 600 480 700H400Z", "url(#g)");
    const ribs = [-190, -145, -96, -48, 0, 48, 96, 145, 190].map(
      (dx) =>
        `M${404 + dx * 0.1} 324C${404 + dx * 0.9} 380 ${404 + dx * 1.15} 520 ${402 + dx * 1.08} 700`,
    );
    pen.line(ribs.join(""), wool.deep, 5, 'opacity=".55"');
    // The brim, turned up.
    pen.shade("M160 640q240 40 482 0v20q-240 40 -482 0Z", inks.night, 0.3);
    pen.shape("M152 654q250 44 500 0q14 60 2 116q-254 52 -506 0q-12 -60 4 -116Z", wool.base);
    pen.shade("M450 674q110 -4 202 -20q14 60 2 116q-90 20 -196 26q20 -60 -8 -122Z", wool.dark);
    pen.shade("M588 664l64 -10q14 60 2 116l-60 12q14 -60 -6 -118Z", wool.deep, 0.55);
    pen.shade("M176 660l50 8q-8 60 0 114l-52 -8q-10 -60 2 -114Z", wool.light, 0.75);
    const knit = Array.from({ length: 17 }, (_, i) => {
      const x = 180 + i * 28;
      const bow = 30 * (1 - ((i - 8) / 9) ** 2);
      return `M${x} ${664 + bow * 0.7}q4 50 0 ${104 + bow * 0.2}`;
    });
    pen.line(knit.join(""), wool.deep, 6, 'opacity=".5"');
    pen.shape(box(262, 702, 62, 46, 3), "#efe7d3");
    if (!pen.plan) pen.line("M274 728q10 -11 19 0q8 -11 19 0", inks.ink, 4.5);
  };
}

const steel: Tone = tone("#c3cdd0");

export function flask(): Drawing {
  return (pen) => {
    const coat = tone(inks.kelp);
    pen.shadow(330, 850, 92, 330);
    pen.turned({
      cx: 330,
      profile: [
        [392, 66],
        [430, 92],
        [470, 98],
        [840, 98],
        [850, 92],
      ],
      tone: coat,
      straight: true,
    });
    pen.turned({
      cx: 330,
      profile: [
        [360, 62],
        [396, 62],
      ],
      tone: steel,
      straight: true,
    });
    pen.turned({
      cx: 330,
      profile: [
        [318, 44],
        [326, 48],
        [364, 48],
      ],
      tone: tone("#2b3a44"),
      straight: true,
    });
    pen.turned({
      cx: 330,
      profile: [
        [792, 100],
        [818, 100],
      ],
      tone: steel,
      straight: true,
      top: "none",
    });
    if (!pen.plan) {
      pen.line("M262 620q26 -26 48 0q22 -26 48 0", inks.chalk, 7);
      pen.line("M256 664q16 -11 32 0t32 0t32 0t32 0", inks.foam, 6);
    }
    pen.shade(box(262, 470, 14, 340, 7), "#fff4dc", 0.5);
    // A real cup.
    steam(pen, 566, 640);
    pen.shadow(566, 850, 74, 150);
    pen.tube("M644 712c62 -8 66 92 -4 92", 22, steel);
    pen.turned({
      cx: 566,
      profile: [
        [672, 84],
        [690, 84],
        [838, 76],
        [850, 68],
      ],
      tone: steel,
      top: "#eef2f1",
    });
    pen.shade(ellipse(566, 675, 72, 11), "#5b3524");
    pen.shade("M494 675a72 11 0 0 1 144 0a90 17 0 0 0 -144 0Z", "#33231c");
  };
}
