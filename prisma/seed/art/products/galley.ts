import { inks, mix, tone } from "../colour";
import type { Drawing } from "../page";
import { box, dice, ellipse, type Pen, polygon } from "../pen";
import { steam } from "./table";

export function kettle(colour: string): Drawing {
  return (pen) => {
    const enamel = tone(colour);
    pen.shadow(410, 846, 196, 210);
    steam(pen, 150, 520);
    // The spout, behind the body.
    pen.shape("M262 800C196 770 190 640 132 588l58 -16c52 40 70 90 120 130Z", enamel.base);
    pen.shade("M262 800C196 770 190 640 132 588l20 -6c50 60 60 160 140 190Z", enamel.dark, 0.55);
    pen.shape(ellipse(161, 580, 31, 10), mix(colour, inks.night, 0.6));
    pen.tube("M236 606C232 300 588 300 584 606", 30, tone(inks.wood));
    pen.turned({
      cx: 410,
      profile: [
        [600, 128],
        [640, 190],
        [720, 222],
        [800, 216],
        [836, 198],
        [846, 190],
      ],
      tone: enamel,
    });
    pen.shade(ellipse(410, 602, 128, 22), enamel.dark, 0.6);
    pen.turned({
      cx: 410,
      profile: [
        [572, 64],
        [584, 104],
        [598, 116],
      ],
      tone: enamel,
      top: enamel.light,
    });
    pen.turned({
      cx: 410,
      profile: [
        [530, 20],
        [546, 26],
        [560, 14],
        [572, 13],
      ],
      tone: tone(inks.brass),
    });
    pen.line("M190 752a222 38 0 0 0 440 0", mix(colour, inks.night, 0.55), 6);
    for (const x of [236, 584]) {
      pen.shape(box(x - 20, 592, 40, 54, 10), mix(inks.brass, inks.night, 0.25));
      pen.shape(ellipse(x - 2, 616, 9), mix(inks.brass, inks.chalk, 0.5));
    }
  };
}

function oyster(pen: Pen): void {
  const shell =
    "M96 772c-30 -70 40 -170 150 -176c120 -8 206 60 190 136c-14 76 -120 122 -216 116c-64 -4 -108 -34 -124 -76Z";
  pen.shade(`${shell}`.replace("M96 772", "M116 800"), inks.night, 0.3);
  pen.shape(shell, "#6f7a80");
  pen.line("M120 800c60 46 190 50 270 -8M150 818c70 32 160 26 216 -6", "#4c585f", 5);
  pen.shape(
    "M128 756c-18 -52 40 -126 128 -130c92 -6 158 42 146 98c-12 56 -92 90 -166 86c-56 -2 -96 -20 -108 -54Z",
    "#e9eae4",
  );
  pen.shape(
    "M172 744c-8 -40 36 -76 96 -80c60 -2 98 26 90 60c-10 38 -70 52 -112 52c-42 0 -68 -10 -74 -32Z",
    "#b9c3bf",
  );
  pen.shade(
    "M190 734c4 -28 40 -52 86 -52c30 0 50 10 56 22c-50 -10 -110 2 -142 30Z",
    "#f5f4ee",
    0.8,
  );
  pen.shape(ellipse(292, 728, 21), "#fbfaf4");
  pen.shade("M284 746a21 21 0 0 0 28 -26a26 26 0 0 1 -28 26Z", "#9fb0b4");
}

export function oysterKnife(): Drawing {
  return (pen) => {
    pen.shade("M30 716l720 -50l30 200l-700 60Z", inks.night, 0.22);
    pen.shade(
      "M24 700l714 -52q20 -2 22 18l14 160q2 20 -18 22l-690 62q-22 2 -24 -20l-34 -168q-4 -20 16 -22Z",
      "#d8a56b",
    );
    pen.shade("M48 880l712 -62l2 22q-2 8 -10 8l-690 62q-14 0 -14 -30Z", "#8f6238");
    if (!pen.plan) pen.line("M60 740l640 -46M70 800l660 -56M90 852l600 -50", "#bf8a50", 4);
    oyster(pen);
    pen.shade(polygon([470, 800], [700, 600], [726, 630], [500, 836]), inks.night, 0.25);
    const ash = tone(inks.wood);
    // Blade, guard, handle, along one slanting axis.
    pen.shape("M476 780C440 800 396 846 366 888q-6 14 12 12c50 -14 104 -40 134 -72Z", "#dfe6e6");
    pen.shade("M372 894q2 8 12 4c48 -14 98 -40 128 -70l-20 -24c-30 34 -80 66 -120 90Z", "#93a3aa");
    pen.shape(
      "M456 776q8 -16 22 -4l44 52q8 14 -8 22q-10 4 -16 -4l-42 -50q-6 -8 0 -16Z",
      inks.brass,
    );
    pen.shape(
      "M486 786c20 -60 90 -150 166 -196c40 -22 76 14 56 56c-40 80 -124 152 -188 176c-20 6 -40 -18 -34 -36Z",
      ash.base,
    );
    pen.shade(
      "M520 822c64 -24 148 -96 188 -176c8 -18 6 -36 -4 -48c-20 90 -110 180 -200 214q8 12 16 10Z",
      ash.dark,
    );
    pen.shade(
      "M510 776c26 -52 80 -118 140 -160c12 -6 20 6 8 14c-50 40 -96 90 -124 148Z",
      ash.light,
      0.85,
    );
    pen.shade("M560 780c50 -40 96 -90 120 -150l20 10c-30 70 -90 130 -150 164Z", "url(#g)");
  };
}

export function saltTin(): Drawing {
  return (pen) => {
    const tin = tone(inks.foam);
    pen.shadow(360, 838, 150, 300);
    pen.turned({
      cx: 360,
      profile: [
        [520, 156],
        [834, 156],
      ],
      tone: tin,
      straight: true,
      top: mix(inks.foam, inks.night, 0.4),
    });
    pen.shape(ellipse(360, 530, 142, 22), "#f6f4ee");
    pen.shade("M230 534q60 -54 120 -40q70 -20 140 40a142 22 0 0 1 -260 0Z", "#fffdf8");
    pen.shade("M360 492q70 -14 130 42a142 22 0 0 1 -90 18q10 -40 -40 -60Z", "#c9d3d4");
    pen.shape("M204 610a156 26 0 0 0 312 0v150a156 26 0 0 1 -312 0Z", inks.chalk);
    pen.shade("M400 634q70 -4 116 -24v150q-40 18 -116 24Z", inks.ink, 0.2);
    // The label: a gull over three waves.
    if (!pen.plan) {
      pen.line("M262 688q34 -32 62 0q28 -32 62 0", inks.ink, 9);
      pen.line(
        "M248 728q20 -14 40 0t40 0t40 0t40 0t40 0M262 754q20 -14 40 0t40 0t40 0t40 0",
        inks.sea,
        7,
      );
    }
    // Its lid, leaning.
    pen.shade(ellipse(610, 838, 120, 22), inks.night, 0.3);
    pen.shape(ellipse(600, 724, 114, 120), tin.dark);
    pen.shape(ellipse(588, 722, 112, 120), tin.base);
    pen.shape(ellipse(584, 720, 92, 99), tin.light);
    pen.shade("M600 622a92 99 0 0 1 0 196a100 108 0 0 0 0 -196Z", tin.base);
    flakes(pen);
  };
}

function flakes(pen: Pen): void {
  if (pen.plan) return;
  const roll = dice(13);
  pen.shade("M70 880q60 -66 130 -70q80 10 120 72q-120 26 -250 -2Z", "#fffdf8");
  pen.shade("M200 812q80 8 120 70q-50 10 -100 10q20 -40 -20 -80Z", "#c5d0d3");
  const crystals = Array.from({ length: 34 }, () => {
    const [x, y, size] = [60 + roll() * 330, 850 + roll() * 64, 7 + roll() * 12];
    return polygon(
      [x, y],
      [x + size, y - size * 0.5],
      [x + size * 1.7, y + size * 0.2],
      [x + size * 0.7, y + size * 0.7],
    );
  });
  pen.shade(crystals.join(""), "#ffffff");
}

export type Flag = "Kilo" | "Lima" | "Uniform";

const flags: Record<Flag, [string, string, string, string]> = {
  // upper left, upper right, lower left, lower right
  Kilo: ["#efbd45", "#2d5f8e", "#efbd45", "#2d5f8e"],
  Lima: ["#efbd45", "#242c36", "#242c36", "#efbd45"],
  Uniform: ["#d9482f", "#f6f1e6", "#f6f1e6", "#d9482f"],
};

export function signalTowel(flag: Flag): Drawing {
  return (pen) => {
    const [a, b, c, d] = flags[flag];
    pen.shade("M236 300L610 300q30 260 24 560q-190 30 -380 4Z", inks.night, 0.24);
    pen.shade(ellipse(406, 196, 26), inks.night, 0.25);
    pen.shape(
      "M196 280q200 -56 400 0q26 280 18 560q-108 34 -208 10q-110 26 -224 -8q-4 -290 14 -562Z",
      "#f4eee0",
    );
    const field = (path: string, fill: string) => pen.shape(path, fill);
    field("M206 312q98 -30 192 -34v270q-100 4 -198 22q0 -130 6 -258Z", a);
    field("M398 278q94 2 190 34q10 130 10 258q-100 -20 -200 -22Z", b);
    field("M200 570q98 -18 198 -22v262q-104 16 -200 -8q-2 -116 2 -232Z", c);
    field("M398 548q100 2 200 22q2 120 0 232q-100 26 -200 8Z", d);
    // Folds, from where it hangs.
    const fold = (x: number, lean: number, w: number) =>
      `M${x} 262c${lean} 200 ${lean * 0.4} 400 ${lean} 590l${w} 0c${-w * 0.7} -200 ${-w * 0.2} -390 ${-w - lean} -590Z`;
    pen.shade(fold(300, -24, 50) + fold(420, 18, 64) + fold(520, 40, 44), inks.night, 0.2);
    pen.shade(fold(250, -22, 26) + fold(370, 4, 28) + fold(486, 26, 22), "#fff4dc", 0.3);
    pen.shade("M440 270q90 8 146 42q14 300 12 490q-60 16 -110 14Z", "url(#g)");
    pen.line("M202 816q100 24 204 -2q100 22 204 -4", "#d8cdb6", 4, 'stroke-dasharray="12 9"');
    pen.line("M380 262q-16 -60 20 -62q36 2 20 62", "#b98a52", 9);
    pen.shape(ellipse(400, 190, 24), inks.brass);
    pen.shape(ellipse(396, 186, 15), mix(inks.brass, inks.chalk, 0.45));
  };
}
