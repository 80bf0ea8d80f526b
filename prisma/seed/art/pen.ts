import { inks, type Tone } from "./colour";

export type Point = readonly [x: number, y: number];

const n = (value: number) => String(Math.round(value * 10) / 10);
const at = ([x, y]: Point) => `${n(x)} ${n(y)}`;

/** A soft line through all points (Catmull-Rom as cubic Béziers). Starts without a "move to". */
export function curve(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((to, i) => {
      const from = points[i] ?? to;
      const [bx, by] = points[i - 1] ?? from;
      const [ax, ay] = points[i + 2] ?? to;
      const c1: Point = [from[0] + (to[0] - bx) / 6, from[1] + (to[1] - by) / 6];
      const c2: Point = [to[0] - (ax - from[0]) / 6, to[1] - (ay - from[1]) / 6];
      return `C${at(c1)} ${at(c2)} ${at(to)}`;
    })
    .join("");
}

export function polygon(...points: Point[]): string {
  return `M${points.map(at).join("L")}Z`;
}

export function smooth(...points: Point[]): string {
  const [first = [0, 0]] = points;
  return `M${at(first)}${curve(points)}`;
}

export function ellipse(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${n(cx - rx)} ${n(cy)}a${n(rx)} ${n(ry)} 0 1 0 ${n(rx * 2)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-rx * 2)} 0Z`;
}

export function box(x: number, y: number, width: number, height: number, r = 0): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  if (r === 0) return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;
  return (
    `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}${corner(r, r)}v${n(height - 2 * r)}${corner(-r, r)}` +
    `h${n(2 * r - width)}${corner(-r, -r)}v${n(2 * r - height)}${corner(r, -r)}Z`
  );
}

/** Random, and the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export type Turned = {
  cx: number;
  /** From top to bottom: height in the picture, and half the width there. */
  profile: readonly Point[];
  tone: Tone;
  /** How far we look down on it: height of a round edge by its width. */
  tilt?: number;
  /** Straight sides between the points instead of soft ones. */
  straight?: boolean;
  /** Colour of the top face, or of what is seen inside. Left out: the light tone. */
  top?: string;
};

/**
 * The drawing tools. In a picture they paint in flat tones; in a plan the same calls draw outlines on the
 * ground of the plan, so that both show the same object.
 */
export class Pen {
  private readonly parts: string[] = [];

  constructor(readonly plan = false) {}

  get svg(): string {
    return this.parts.join("\n");
  }

  raw(markup: string): void {
    if (!this.plan) this.parts.push(markup);
  }

  /** A piece of the object itself. */
  shape(d: string, fill: string): void {
    this.parts.push(this.plan ? `<path class="o" d="${d}"/>` : `<path d="${d}" fill="${fill}"/>`);
  }

  /** Light, shade and texture: not part of a plan. */
  shade(d: string, fill: string, opacity = 1): void {
    const faint = opacity < 1 ? ` opacity="${opacity}"` : "";
    this.raw(`<path d="${d}" fill="${fill}"${faint}/>`);
  }

  /** A drawn line; thin in a plan whatever its width here. */
  line(d: string, colour: string, width: number, extra = ""): void {
    const look = this.plan ? 'class="l"' : `stroke="${colour}" stroke-width="${width}" ${extra}`;
    this.parts.push(`<path d="${d}" fill="none" stroke-linecap="round" ${look}/>`);
  }

  /** A bent bar of round section: a handle, a pipe, a rope. */
  tube(d: string, width: number, tone: Tone): void {
    const path = (colour: string, w: number, extra = "") =>
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(w)}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`;
    if (this.plan) {
      this.parts.push(path("#cfe4e6", width), path("#173a52", width - 5));
      return;
    }
    this.parts.push(
      path(tone.dark, width),
      path(
        tone.base,
        width * 0.66,
        ` transform="translate(${n(-width * 0.13)} ${n(-width * 0.13)})"`,
      ),
    );
    this.parts.push(
      path(
        tone.light,
        width * 0.2,
        ` transform="translate(${n(-width * 0.24)} ${n(-width * 0.24)})"`,
      ),
    );
  }

  /** What falls on the ground to the right of something that stands at `y`. */
  shadow(cx: number, y: number, half: number, length: number, tilt = 0.17): void {
    const ry = half * tilt;
    const d = `M${n(cx - half)} ${n(y)}a${n(half)} ${n(ry)} 0 0 0 ${n(half * 1.15)} ${n(ry)}l${n(length)} ${n(length * 0.13)}q${n(half * 0.55)} ${n(-ry * 0.9)} ${n(-half * 0.1)} ${n(-ry * 1.7)}L${n(cx + half * 0.3)} ${n(y - ry)}Z`;
    this.shade(d, inks.night, 0.26);
    this.shade(ellipse(cx, y + 2, half * 1.04, ry * 1.12), inks.night, 0.34);
  }

  /** Something round that could come off a lathe or a wheel. */
  turned({ cx, profile, tone, tilt = 0.17, straight = false, top }: Turned): void {
    const side = (f: number, points = profile) =>
      points.map(([y, half]): Point => [cx + f * half, y + tilt * half * Math.sqrt(1 - f * f)]);
    const run = (points: Point[]) =>
      straight
        ? points
            .slice(1)
            .map((p) => `L${at(p)}`)
            .join("")
        : curve(points);
    const ends = { top: profile[0] ?? [0, 0], bottom: profile.at(-1) ?? [0, 0] };
    const arc = ([, half]: Point, to: Point) => `A${n(half)} ${n(half * tilt)} 0 0 0 ${at(to)}`;
    const strip = (from: number, to: number) => {
      const a = side(from);
      const b = side(to).toReversed();
      const z = a[0] ?? [0, 0];
      const edge = (p: Point | undefined) => (p ? arc(ends.bottom, p) : "");
      // Back along the front of the top edge: the same ellipse, the other way round.
      const [, half] = ends.top;
      return `M${at(z)}${run(a)}${edge(b[0])}${run(b)}A${n(half)} ${n(half * tilt)} 0 0 1 ${at(z)}Z`;
    };
    this.shape(strip(-1, 1), tone.base);
    this.shade(strip(-1, -0.86), tone.dark, 0.35);
    this.shade(strip(-0.76, -0.5), tone.light, 0.8);
    this.shade(strip(0.22, 1), tone.dark);
    this.shade(strip(0.78, 1), tone.deep, 0.75);
    this.shade(strip(-0.1, 0.5), "url(#g)");
    this.shape(ellipse(cx, ends.top[0], ends.top[1], ends.top[1] * tilt), top ?? tone.light);
  }
}
