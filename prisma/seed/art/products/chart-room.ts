import { inks, mix, tone } from "../colour";
import type { Drawing } from "../page";
import { box, ellipse, type Pen, polygon, smooth } from "../pen";

export function notebook(colour: string): Drawing {
  return (pen) => {
    const cloth = tone(colour);
    pen.shade(polygon([240, 860], [590, 846], [780, 872], [420, 912]), inks.night, 0.3);
    // Standing, seen from the left: the fore-edge, then the board.
    pen.shape(polygon([212, 330], [250, 312], [250, 872], [212, 846]), cloth.deep);
    pen.shape(polygon([250, 312], [590, 290], [590, 848], [250, 872]), cloth.base);
    pen.shape(polygon([590, 290], [628, 312], [628, 822], [590, 848]), "#efe6d0");
    pen.shade(polygon([602, 300], [628, 314], [628, 820], [602, 840]), "#c9bd9f");
    pen.line("M600 300v540M610 304v528M619 310v518", "#ab9f84", 2);
    pen.shape(polygon([624, 304], [640, 314], [640, 816], [624, 828]), cloth.dark);
    pen.shade(polygon([250, 312], [292, 309], [292, 869], [250, 872]), cloth.dark, 0.8);
    pen.line("M292 309v560", cloth.deep, 4);
    pen.shade(polygon([480, 298], [590, 290], [590, 848], [440, 858]), cloth.dark, 0.65);
    pen.shade(polygon([400, 304], [500, 298], [480, 856], [380, 862]), "url(#g)");
    pen.line("M304 318L578 300", cloth.light, 5);
    // A day of tides, stamped.
    const stamp = mix(colour, inks.chalk, 0.72);
    pen.line(
      smooth([326, 600], [362, 520], [400, 548], [438, 640], [476, 660], [516, 560], [552, 500]),
      stamp,
      8,
    );
    pen.line("M326 690L552 676M326 722L552 708", stamp, 4);
    if (!pen.plan) pen.line("M326 458L552 444", stamp, 4, 'stroke-dasharray="2 14"');
    // Ribbon and band.
    pen.shape(polygon([432, 866], [452, 864], [456, 922], [442, 910], [428, 926]), inks.sun);
    pen.shape(
      polygon([548, 293], [566, 292], [566, 850], [548, 851]),
      mix(colour, inks.night, 0.5),
    );
  };
}

export function pencils(): Drawing {
  return (pen) => {
    const lacquers = [inks.buoy, inks.sun, inks.sea, "#2c5f8d", inks.kelp];
    pen.shadow(400, 850, 120, 280);
    for (const [i, lacquer] of lacquers.entries()) {
      const lean = (i - 2) * 9;
      const x = 322 + i * 39;
      const top = [318, 256, 290, 232, 300][i] ?? 300;
      pen.raw(`<g transform="rotate(${lean} ${x} 720)">`);
      if (pen.plan) pen.shape(`M${x} ${top}l19 66v480h-38v-480Z`, lacquer);
      else hexagon(pen, x, top, lacquer, i + 1);
      pen.raw("</g>");
    }
    const card = tone("#e4d4b0");
    pen.turned({
      cx: 400,
      profile: [
        [574, 126],
        [850, 122],
      ],
      tone: card,
      straight: true,
      top: "none",
    });
    pen.line("M274 574a126 21 0 0 0 252 0", card.light, 8);
    pen.shape("M275 640a125 21 0 0 0 250 0v120a124 21 0 0 1 -248 0Z", inks.ink);
    pen.shade("M440 660q50 -4 85 -20v120q-30 16 -85 20Z", inks.night, 0.4);
    if (!pen.plan) {
      const marks = [1, 2, 3, 4, 5].map(
        (count) => `M${316 + count * 28} ${694 + Math.abs(count - 3) * -2}v${14 + count * 9}`,
      );
      pen.line(marks.join(""), inks.chalk, 7);
    }
  };
}

function hexagon(pen: Pen, x: number, top: number, lacquer: string, bands: number): void {
  const paint = tone(lacquer);
  pen.shade(
    polygon([x - 19, top + 66], [x + 19, top + 66], [x + 19, 720], [x - 19, 720]),
    paint.base,
  );
  pen.shade(box(x - 19, top + 66, 11, 660 - top), paint.light);
  pen.shade(box(x + 7, top + 66, 12, 660 - top), paint.dark);
  pen.shade(`M${x} ${top}l19 66q-6 -10 -12 0q-7 10 -14 0q-6 -10 -12 0Z`, "#e8c591");
  pen.shade(`M${x} ${top}l19 66q-6 -10 -12 0Z`, "#bb9156");
  pen.shade(`M${x} ${top}l6 21q-6 6 -12 0Z`, inks.night);
  for (let i = 0; i < bands; i++) pen.shade(box(x - 19, top + 108 + i * 22, 38, 11), inks.chalk);
}

export function barometer(): Drawing {
  return (pen) => {
    const [x, y] = [400, 520];
    pen.shade(ellipse(x + 44, y + 52, 268), inks.night, 0.24);
    pen.shape(ellipse(x, y, 270), mix(inks.brass, inks.night, 0.35));
    pen.shape(ellipse(x - 5, y - 6, 262), inks.brass);
    pen.shade(
      `M${x - 190} ${y - 186}a266 266 0 0 1 300 -50a300 300 0 0 0 -330 330a262 262 0 0 1 30 -280Z`,
      mix(inks.brass, inks.chalk, 0.6),
    );
    pen.shade(
      `M${x + 200} ${y - 170}a262 262 0 0 1 -150 424a270 270 0 0 0 150 -424Z`,
      mix(inks.brass, inks.night, 0.3),
      0.8,
    );
    pen.shape(ellipse(x, y, 222), mix(inks.brass, inks.night, 0.5));
    pen.shape(ellipse(x, y, 214), "#f6f0e0");
    pen.shade(`M${x - 214} ${y}a214 214 0 0 1 428 0a230 230 0 0 0 -428 0Z`, inks.ink, 0.12);
    const tick = (i: number, inner: number, outer: number) => {
      const angle = ((135 + i * 5.4) * Math.PI) / 180;
      const to = (r: number) =>
        `${Math.round(x + Math.cos(angle) * r)} ${Math.round(y + Math.sin(angle) * r)}`;
      return `M${to(inner)}L${to(outer)}`;
    };
    const ticks = Array.from({ length: 51 }, (_, i) => tick(i, i % 5 ? 186 : 170, 200));
    pen.line(ticks.join(""), inks.ink, 4);
    if (!pen.plan) {
      // Rain, cloud and sun: what it promises, without a word.
      pen.line("M268 596l-10 24M288 596l-10 24M308 596l-10 24", inks.sea, 6);
      pen.shade(
        "M374 396a24 24 0 0 1 46 -8a20 20 0 0 1 22 32h-72a14 14 0 0 1 4 -24Z",
        mix(inks.fog, inks.ink, 0.25),
      );
      pen.shade(ellipse(514, 604, 20), inks.sun);
      pen.line(
        "M514 570v-8M514 646v-8M480 604h-8M556 604h-8M490 580l-6 -6M538 628l6 6M538 580l6 -6M490 628l-6 6",
        inks.sun,
        5,
      );
    }
    pen.shape(polygon([x - 7, y + 12], [x + 96, y - 148], [x + 10, y + 10]), inks.ink);
    pen.line(`M${x} ${y}l-52 66`, inks.ink, 9);
    pen.shape(polygon([x - 5, y + 4], [x - 104, y - 128], [x + 7, y - 2]), inks.brass);
    pen.shape(ellipse(x, y, 17), inks.brass);
    pen.shade(ellipse(x - 3, y - 4, 9), mix(inks.brass, inks.chalk, 0.6));
    pen.shade(`M${x - 150} ${y - 110}q50 -80 140 -86q-90 30 -120 106Z`, "#ffffff", 0.5);
    pen.shape(ellipse(x, y - 286, 30), inks.brass);
    pen.shape(ellipse(x, y - 288, 15), mix(inks.brass, inks.night, 0.6));
  };
}

export function print(): Drawing {
  return (pen) => {
    pen.shade(polygon([186, 166], [650, 180], [664, 826], [196, 812]), inks.night, 0.25);
    pen.shape(
      "M160 140l470 -8q6 160 2 330t6 330q-230 12 -472 6q-10 -160 -4 -330t-2 -328Z",
      "#f7f1e3",
    );
    pen.shape("M196 176l400 -6l4 510l-400 8Z", mix(inks.foam, inks.chalk, 0.35));
    const land =
      "M196 176l150 -2c30 60 -30 96 10 150c50 70 130 40 128 120c-4 80 -110 70 -140 130c-20 40 10 80 -30 112l-114 2Z";
    const around = (offset: number) =>
      smooth(
        [346 + offset, 174],
        [338 + offset, 240],
        [362 + offset, 330],
        [450 + offset, 372],
        [486 + offset * 0.9, 440],
        [400 + offset, 530 + offset * 0.2],
        [344 + offset, 580],
        [330 + offset, 640],
        [312 + offset, 684],
      );
    pen.line([24, 52, 86, 128].map(around).join(""), inks.sea, 4);
    pen.shape(land, mix(inks.sun, inks.sand, 0.5));
    pen.line(
      `M346 174c30 60 -30 96 10 150c50 70 130 40 128 120c-4 80 -110 70 -140 130c-20 40 10 80 -30 112`,
      inks.ink,
      6,
    );
    pen.line(
      "M230 230q30 -20 50 0M236 300q40 -24 70 0M240 480q40 -20 80 -4M232 560q20 -14 50 0",
      mix(inks.sand, inks.wood, 0.7),
      5,
    );
    if (!pen.plan) {
      pen.line(
        "M520 230h0M556 300h0M540 360h0M570 470h0M520 540h0M560 620h0M470 620h0M430 650h0M566 410h0M480 260h0",
        inks.ink,
        7,
      );
      pen.shade(ellipse(372, 308, 12) + ellipse(478, 446, 12) + ellipse(340, 578, 12), inks.buoy);
      pen.shade(polygon([478, 446], [588, 396], [592, 450]), inks.buoy, 0.28);
      pen.shade(polygon([372, 308], [470, 214], [500, 262]), inks.buoy, 0.28);
    }
    pen.line("M532 590v70M497 625h70M508 601l48 48M556 601l-48 48", inks.ink, 3);
    pen.shape(polygon([532, 580], [541, 625], [532, 670], [523, 625]), inks.buoy);
    if (!pen.plan)
      pen.line("M202 726h150M202 752h90M520 740h74", mix(inks.ink, inks.chalk, 0.3), 6);
    for (const [px, py] of [
      [178, 158],
      [612, 152],
    ] as const) {
      pen.shade(ellipse(px + 5, py + 7, 13), inks.night, 0.3);
      pen.shape(ellipse(px, py, 13), inks.brass);
    }
    pen.shade("M560 132l70 0q6 160 2 330t6 330l-80 4q20 -330 2 -664Z", "url(#g)");
  };
}
