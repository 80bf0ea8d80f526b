import { inks, mix, tone } from "../colour";
import type { Drawing } from "../page";
import { dice, ellipse, type Pen } from "../pen";

/** Three wisps, leaning with the wind. */
export function steam(pen: Pen, x: number, y: number, colour: string = inks.chalk): void {
  const wisp = (dx: number, lift: number) =>
    `M${x + dx} ${y}c-26 -34 26 -60 4 -${lift}c-14 -30 12 -44 8 -62`;
  if (!pen.plan) pen.line(wisp(-44, 92) + wisp(4, 120) + wisp(50, 88), colour, 9, 'opacity=".75"');
}

function speckles(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  seed: number,
): void {
  const roll = dice(seed);
  const dots = Array.from(
    { length: 44 },
    () => `M${Math.round(x + roll() * width)} ${Math.round(y + roll() * height)}h0`,
  );
  if (!pen.plan) pen.line(dots.join(""), inks.ink, 4, 'opacity=".4"');
}

export function mug(colour: string, rim: string): Drawing {
  return (pen) => {
    const body = tone(colour);
    pen.shadow(380, 838, 160, 300);
    pen.tube("M536 600c108 -18 122 176 -6 168", 36, body);
    pen.turned({
      cx: 380,
      profile: [
        [540, 172],
        [560, 170],
        [800, 164],
        [828, 154],
        [838, 146],
      ],
      tone: body,
      top: rim,
    });
    pen.shade(ellipse(380, 544, 156, 23), mix(colour, inks.night, 0.45));
    pen.shade(`M224 546a156 23 0 0 1 312 0a190 34 0 0 0 -312 0Z`, mix(colour, inks.night, 0.68));
    pen.shade(ellipse(392, 557, 128, 12), "#5b3524");
    pen.line("M208 546a172 29 0 0 0 344 0", rim, 9);
    steam(pen, 380, 512);
    speckles(pen, 216, 600, 240, 220, 3);
  };
}

export function bowls(): Drawing {
  return (pen) => {
    const clay = tone("#b9b2a6");
    const glaze = "#f3efe6";
    pen.shadow(400, 846, 150, 290);
    const bowl = (y: number, half: number, depth: number) => {
      pen.turned({
        cx: 400,
        profile: [
          [y, half],
          [y + depth * 0.34, half * 0.95],
          [y + depth * 0.74, half * 0.68],
          [y + depth * 0.94, half * 0.44],
          [y + depth, half * 0.42],
        ],
        tone: clay,
        tilt: 0.2,
        top: glaze,
      });
      pen.shade(
        ellipse(400, y + half * 0.02, half * 0.93, half * 0.176),
        mix(glaze, inks.sea, 0.3),
      );
    };
    bowl(596, 286, 250);
    // The tide mark: one dip, at an angle.
    pen.shade(
      "M114 600a286 57 0 0 0 572 0c-6 52 -26 92 -62 128c-130 10 -240 -6 -330 30c-70 -30 -150 -60 -180 -158Z",
      glaze,
    );
    pen.shade(
      "M470 654c90 -8 170 -26 214 -48c-8 48 -26 88 -60 122c-50 4 -100 4 -150 6Z",
      inks.ink,
      0.22,
    );
    pen.line("M114 596a286 57 0 0 0 572 0", "#fffaf0", 8);
    const inner = (y: number, half: number) => {
      pen.shape(
        `M${400 - half} ${y}a${half} ${half * 0.2} 0 0 0 ${half * 2} 0c-6 30 -22 50 -52 66a${half - 40} ${half * 0.2} 0 0 1 ${-(half - 52) * 2} 0c-30 -16 -46 -36 -52 -66Z`,
        clay.base,
      );
      pen.shade(
        `M${400 + half * 0.3} ${y + half * 0.19}a${half} ${half * 0.2} 0 0 0 ${half * 0.7} ${-half * 0.19}c-6 30 -22 50 -52 66a${half - 40} ${half * 0.2} 0 0 1 ${52 - half * 0.7} ${half * 0.17}Z`,
        clay.dark,
      );
      pen.shape(ellipse(400, y, half, half * 0.2), glaze);
      pen.shade(ellipse(400, y + 4, half * 0.92, half * 0.176), mix(glaze, inks.sea, 0.34));
      pen.shade(
        `M${400 - half * 0.92} ${y + 4}a${half * 0.92} ${half * 0.176} 0 0 1 ${half * 1.84} 0a${half * 1.1} ${half * 0.22} 0 0 0 ${-half * 1.84} 0Z`,
        mix(glaze, inks.ink, 0.5),
      );
    };
    inner(548, 208);
    inner(506, 150);
    speckles(pen, 190, 660, 360, 110, 9);
  };
}

export function plates(colour: string): Drawing {
  return (pen) => {
    const glaze = tone(colour);
    const clay = tone("#a89a86");
    pen.shade("M300 800c150 -30 420 -30 480 20l20 60h-420Z", inks.night, 0.26);
    pen.shape(ellipse(428, 578, 236), clay.dark);
    pen.shape(ellipse(414, 572, 232), clay.base);
    pen.shape(ellipse(410, 570, 222), glaze.base);
    pen.shade("M410 348a222 222 0 0 1 0 444a236 236 0 0 0 0 -444Z", glaze.dark, 0.6);
    pen.shape(ellipse(410, 570, 190), glaze.light);
    pen.shade("M410 380a190 190 0 0 1 40 376a200 200 0 0 0 -40 -376Z", "url(#g)");
    pen.line("M262 474a176 176 0 0 1 92 -70", "#fffdf6", 10);
    pen.shadow(330, 852, 210, 200, 0.15);
    pen.turned({
      cx: 330,
      profile: [
        [800, 252],
        [834, 246],
        [850, 210],
      ],
      tone: clay,
      tilt: 0.22,
      straight: true,
      top: glaze.base,
    });
    pen.shape(ellipse(330, 804, 232, 49), glaze.light);
    pen.shade("M98 804a232 49 0 0 1 464 0a260 62 0 0 0 -464 0Z", glaze.dark, 0.75);
    pen.line("M150 816a186 34 0 0 0 110 30", "#fffdf6", 7);
  };
}

export function jug(colour: string): Drawing {
  return (pen) => {
    const glaze = tone(colour);
    pen.shadow(400, 846, 116, 330);
    pen.tube("M506 470c150 -30 150 190 20 236", 34, glaze);
    pen.turned({
      cx: 400,
      profile: [
        [400, 104],
        [440, 92],
        [510, 92],
        [600, 130],
        [700, 158],
        [790, 142],
        [838, 112],
        [846, 108],
      ],
      tone: glaze,
      top: mix(colour, inks.night, 0.5),
    });
    // The beak, pulled out of the rim.
    pen.shape(
      "M300 404c-40 -12 -74 -40 -112 -34c20 36 62 58 120 118c22 -10 60 -40 92 -66a104 18 0 0 1 -100 -18Z",
      glaze.base,
    );
    pen.shade(
      "M188 370c30 40 66 62 120 118c10 -4 24 -14 40 -26c-60 -30 -110 -74 -160 -92Z",
      glaze.dark,
      0.55,
    );
    pen.line("M190 370c40 2 74 22 108 34a104 18 0 1 0 60 -21c-46 8 -62 16 -66 22", glaze.light, 7);
    speckles(pen, 290, 600, 170, 200, 17);
    if (!pen.plan) flowers(pen);
  };
}

/** Sea lavender: exactly one bunch. */
function flowers(pen: Pen): void {
  const roll = dice(41);
  const tips = Array.from({ length: 9 }, (_, i) => ({
    x: 300 + i * 34 + roll() * 16,
    y: 130 + Math.abs(i - 4) * 22 + roll() * 50,
  }));
  pen.line(
    tips
      .map(({ x, y }, i) => `M${400 + (i - 4) * 9} 396Q${400 + (i - 4) * 12} 300 ${x} ${y}`)
      .join(""),
    inks.kelp,
    5,
  );
  for (const [i, { x, y }] of tips.entries()) {
    const d = Array.from(
      { length: 9 },
      () => `M${Math.round(x - 26 + roll() * 52)} ${Math.round(y - 22 + roll() * 62)}h0`,
    );
    pen.line(d.join(""), i % 2 ? "#9b86b8" : "#7d69a6", 17);
  }
}
