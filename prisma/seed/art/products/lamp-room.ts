import { inks, mix, tone } from "../colour";
import type { Drawing } from "../page";
import { box, ellipse, type Pen, smooth } from "../pen";

function glow(pen: Pen, x: number, y: number, r: number): void {
  pen.raw(
    `<radialGradient id="w"><stop offset="0" stop-color="#ffdf8e" stop-opacity=".85"/><stop offset=".4" stop-color="#f8b64a" stop-opacity=".38"/><stop offset="1" stop-color="#f8b64a" stop-opacity="0"/></radialGradient>`,
  );
  pen.shade(ellipse(x, y, r), "url(#w)");
}

function flame(pen: Pen, x: number, y: number, size: number): void {
  const d = (s: number) =>
    `M${x} ${y}c${-s * 0.5} ${-s * 0.1} ${-s * 0.46} ${-s * 0.7} ${s * 0.06} ${-s * 1.5}c${s * 0.1} ${s * 0.5} ${s * 0.6} ${s * 0.7} ${s * 0.42} ${s * 1.2}q${-s * 0.12} ${s * 0.3} ${-s * 0.48} ${s * 0.3}Z`;
  pen.shape(d(size), "#fff0bd");
  pen.shade(d(size * 0.6), "#f0a23c");
}

export function lantern(colour: string): Drawing {
  return (pen) => {
    const steel = tone(colour);
    glow(pen, 400, 600, 360);
    pen.shadow(400, 846, 130, 240);
    pen.line("M272 500C240 250 560 250 528 500", "#98a4a8", 8);
    pen.tube("M286 800C230 690 238 470 340 424", 24, steel);
    // The globe, and the light in it.
    pen.shape("M348 720c-66 -60 -66 -160 0 -216h104c66 56 66 156 0 216Z", "#f7e0a4");
    pen.shade("M440 716c56 -60 56 -150 2 -206h10c66 56 66 156 0 210Z", "#e2ad53");
    glow(pen, 400, 640, 110);
    flame(pen, 398, 690, 62);
    pen.line("M334 560q-14 50 2 104", "#fffbe8", 9);
    pen.line("M306 580q94 26 188 0M306 650q94 26 188 0", "#8d9a9e", 5);
    pen.tube("M514 800C570 690 562 470 460 424", 24, steel);
    pen.turned({
      cx: 400,
      profile: [
        [712, 64],
        [738, 76],
        [752, 66],
      ],
      tone: tone(inks.brass),
      straight: true,
    });
    pen.turned({
      cx: 400,
      profile: [
        [748, 92],
        [772, 140],
        [800, 150],
        [838, 146],
        [846, 136],
      ],
      tone: steel,
      straight: true,
    });
    pen.turned({
      cx: 400,
      profile: [
        [448, 46],
        [478, 62],
        [498, 92],
        [512, 92],
      ],
      tone: steel,
      straight: true,
    });
    pen.turned({
      cx: 400,
      profile: [
        [392, 60],
        [410, 70],
        [440, 70],
        [452, 54],
      ],
      tone: steel,
      straight: true,
    });
    pen.turned({
      cx: 400,
      profile: [
        [366, 22],
        [392, 44],
      ],
      tone: tone("#98a4a8"),
      straight: true,
    });
    pen.shape(ellipse(520, 774, 17), inks.brass);
    pen.line("M320 420v16M350 426v16M380 428v16M420 428v16M450 426v16M478 420v16", inks.night, 6);
  };
}

export function candles(): Drawing {
  return (pen) => {
    const wax = tone("#e2ab4e");
    glow(pen, 400, 320, 300);
    pen.shade("M366 250c60 60 60 140 110 180l90 430l-60 10Z", inks.night, 0.2);
    // Two dipped on one wick, over a peg.
    pen.line("M318 390C330 250 380 206 402 206C424 206 470 250 484 390", "#e9dfc8", 6);
    pen.shape(box(372, 190, 60, 34, 14), "#8a5b3a");
    pen.shade(box(372, 210, 60, 14, 7), "#5b3a2a");
    const candle = (x: number, lean: number) => {
      const d = `M${x - 8} 378C${x - 30} 420 ${x - 34 + lean} 700 ${x - 36 + lean} 838C${x - 36 + lean} 872 ${x + 36 + lean} 872 ${x + 36 + lean} 838C${x + 34 + lean} 700 ${x + 30} 420 ${x + 8} 378Z`;
      pen.shape(d, wax.base);
      pen.shade(
        `M${x + 6} 384C${x + 14} 480 ${x + 16 + lean} 700 ${x + 8 + lean} 862C${x + 26 + lean} 860 ${x + 36 + lean} 852 ${x + 36 + lean} 838C${x + 34 + lean} 700 ${x + 30} 420 ${x + 8} 378Z`,
        wax.dark,
      );
      pen.shade(
        `M${x - 12} 440C${x - 22} 560 ${x - 24 + lean} 700 ${x - 24 + lean} 830l12 6C${x - 10 + lean} 700 ${x - 8} 560 ${x - 4} 440Z`,
        wax.light,
        0.9,
      );
      pen.shade(`M${x - 6} 480L${x + 18} 480L${x + 20 + lean} 850L${x - 6 + lean} 850Z`, "url(#g)");
      pen.line(
        `M${x - 31 + lean * 0.4} 560q30 14 60 0M${x - 34 + lean} 760q34 14 68 0`,
        mix(wax.base, inks.night, 0.22),
        4,
      );
    };
    candle(318, -10);
    candle(484, 10);
    pen.shade(
      "M250 880a80 14 0 0 1 160 0a80 14 0 0 1 -160 0ZM420 880a80 14 0 0 1 160 0a80 14 0 0 1 -160 0Z",
      inks.night,
      0.28,
    );
  };
}

export function blanket(colour: string): Drawing {
  return (pen) => {
    const wool = tone(colour);
    const stripe = mix(colour, inks.chalk, 0.5);
    pen.raw(
      `<pattern id="h" width="44" height="26" patternUnits="userSpaceOnUse"><path d="M0 0l22 22L44 0M0 13l22 22L44 13M0 -13L22 9L44 -13" fill="none" stroke="${stripe}" stroke-width="5"/></pattern>`,
    );
    // A stool.
    const oak = tone("#a87446");
    pen.shade("M150 880h470l140 24h-520Z", inks.night, 0.32);
    for (const [x, lean] of [
      [214, -26],
      [566, 26],
    ] as const)
      pen.tube(`M${x} 800l${lean} 96`, 30, oak);
    pen.shape("M146 760h508q20 0 20 24t-20 24H146q-20 0 -20 -24t20 -24Z", oak.base);
    pen.shade("M128 790h544q-4 18 -18 18H146q-14 0 -18 -18Z", oak.dark);
    const fold = (y: number, x: number, width: number, height: number) => {
      const r = height / 2;
      const body = `M${x} ${y}h${width - r}a${r} ${r} 0 0 1 0 ${height}h${r - width}q-10 ${-r} 0 ${-height}Z`;
      pen.shape(body, wool.base);
      pen.shade(body, "url(#h)", 0.85);
      pen.shade(
        `M${x} ${y + height * 0.7}h${width - r * 0.3}q-10 ${height * 0.3} ${-r * 0.7} ${height * 0.3}h${r - width}Z`,
        wool.deep,
        0.55,
      );
      pen.shade(
        `M${x + width * 0.6} ${y}h${width * 0.4 - r}a${r} ${r} 0 0 1 0 ${height}h${r - width * 0.4}q20 ${-r} 0 ${-height}Z`,
        wool.dark,
        0.6,
      );
    };
    fold(668, 146, 520, 94);
    fold(580, 158, 500, 90);
    fold(496, 150, 496, 86);
    // The last fold hangs over the front, with its fringe.
    pen.shade("M196 508h262q-6 130 4 250h-254q-20 -120 -12 -250Z", inks.night, 0.25);
    const front = "M186 498q130 -16 264 0q-8 120 2 226q-130 18 -262 0q-14 -110 -4 -226Z";
    pen.shape(front, wool.base);
    pen.shade(front, "url(#h)");
    pen.shade("M360 492q50 0 90 6q-8 120 2 226q-50 8 -100 8q26 -120 8 -240Z", wool.dark, 0.6);
    pen.shade("M300 496h80v230h-80Z", "url(#g)");
    const fringe = Array.from(
      { length: 20 },
      (_, i) => `M${194 + i * 13.4} ${724 + (i % 2) * 4}q${(i % 3) - 4} 26 ${(i % 5) - 2} 46`,
    );
    pen.line(fringe.join(""), wool.light, 5);
    pen.shade(
      smooth([190, 500], [316, 488], [446, 500], [446, 514], [316, 502], [190, 514]),
      wool.light,
      0.8,
    );
  };
}

export function matches(): Drawing {
  return (pen) => {
    glow(pen, 400, 520, 330);
    pen.shadow(400, 850, 120, 260);
    const stick = (x: number, top: number, lean: number) => {
      pen.line(`M${x} 826L${x + lean} ${top}`, "#ecd2a0", 12);
      pen.line(`M${x + lean} ${top}l${-lean * 0.05} 24`, inks.buoy, 19);
    };
    for (let i = 0; i < 9; i++) stick(306 + i * 23, 500 + ((i * 37) % 41), (i - 4) * 5);
    for (let i = 0; i < 8; i++) stick(318 + i * 23, 548 + ((i * 53) % 47), (i - 4) * 3);
    pen.raw(
      `<path d="M276 470v350a124 21 0 0 0 248 0v-350q0 -18 -20 -26v-24H296v24q-20 8 -20 26Z" fill="#d9eef0" opacity=".3"/>`,
    );
    pen.line(
      "M276 470v350a124 21 0 0 0 248 0v-350q0 -18 -20 -26v-24M276 470q0 -18 20 -26v-24",
      "#e6f3f3",
      6,
      'opacity=".8"',
    );
    pen.line("M298 500v300", "#ffffff", 11, 'opacity=".7"');
    pen.line("M320 520v120", "#ffffff", 6, 'opacity=".6"');
    pen.shade("M470 470h54v350q-10 12 -54 18Z", inks.night, 0.2);
    pen.turned({
      cx: 400,
      profile: [
        [368, 100],
        [376, 108],
        [430, 100],
      ],
      tone: tone("#b9854f"),
      straight: true,
    });
    // A paper band with the leading lights: two lamps in line.
    pen.shape("M276 650a124 21 0 0 0 248 0v104a124 21 0 0 1 -248 0Z", inks.chalk);
    pen.shade("M440 670q50 -4 84 -20v104q-34 16 -84 20Z", inks.ink, 0.2);
    if (!pen.plan) {
      pen.line("M400 690v66", inks.ink, 5);
      pen.shade(ellipse(400, 692, 14) + ellipse(400, 744, 14), inks.buoy);
      pen.line("M352 692h20M428 692h20M352 744h20M428 744h20", inks.ink, 4);
    }
  };
}
