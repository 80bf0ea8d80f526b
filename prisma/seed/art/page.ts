import { inks } from "./colour";
import { dice, Pen } from "./pen";
import type { Scene } from "./scenes";

/** The tooth of the paper: one small tile of dots, used for the turn of a shade and over everything. */
function grain(): string {
  const roll = dice(1234);
  const dots = (count: number) =>
    Array.from(
      { length: count },
      () => `M${Math.round(roll() * 150)} ${Math.round(roll() * 150)}h0`,
    );
  return (
    `<pattern id="g" width="150" height="150" patternUnits="userSpaceOnUse" stroke="${inks.night}" stroke-width="2.4" stroke-linecap="round" opacity=".5"><path d="${dots(130).join("")}"/></pattern>` +
    `<pattern id="p" width="150" height="150" patternUnits="userSpaceOnUse" stroke-width="2" stroke-linecap="round"><path d="${dots(60).join("")}" stroke="#fff"/><path d="${dots(60).join("")}" stroke="${inks.night}"/></pattern>`
  );
}

const open = (width: number, height: number, title: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${title}</title>`;

export type Drawing = (pen: Pen) => void;

export function picture(title: string, scene: Scene, draw: Drawing): string {
  return wide(title, [0, 0, 800, 1000], (pen) => {
    scene(pen);
    draw(pen);
  });
}

/** A picture of another shape: `view` is the part of the drawing that is shown. */
export function wide(title: string, view: [number, number, number, number], draw: Drawing): string {
  const [x, y, width, height] = view;
  const pen = new Pen();
  draw(pen);
  const paper = `<path d="M${x} ${y}h${width}v${height}h${-width}Z" fill="url(#p)" opacity=".1"/>`;
  const start = open(width, height, title).replace("0 0 ", `${x} ${y} `);
  return `${start}<defs>${grain()}</defs>\n${pen.svg}\n${paper}</svg>\n`;
}

/** Stands a drawing somewhere else, at another size. */
export function place(pen: Pen, draw: Drawing, x: number, y: number, scale: number): void {
  pen.raw(`<g transform="translate(${x} ${y}) scale(${scale})">`);
  draw(pen);
  pen.raw("</g>");
}

export type Measures = {
  /** What the object covers in its picture. */
  bounds: { left: number; top: number; right: number; bottom: number };
  width: string;
  height: string;
};

const ground = "#173a52";
const chalkLine = "#cfe4e6";

/** The second view of every product: its outline, measured, as a draughtsman's blueprint. */
export function plan(
  title: string,
  sheet: number,
  { bounds, width, height }: Measures,
  draw: Drawing,
): string {
  const pen = new Pen(true);
  draw(pen);
  const [across, down] = [
    380 - (bounds.left + bounds.right) / 2,
    500 - (bounds.top + bounds.bottom) / 2,
  ];
  const [left, right] = [bounds.left + across, bounds.right + across];
  const [top, bottom] = [bounds.top + down, bounds.bottom + down];
  const below = bottom + 62;
  const beside = Math.min(right + 58, 752);
  const middle = (left + right) / 2;
  const tick = (x: number, y: number) => `M${x - 9} ${y + 9}l18 -18`;
  const dimensions =
    `M${left} ${below}H${right}M${left} ${bottom + 18}V${below + 14}M${right} ${bottom + 18}V${below + 14}` +
    `M${beside} ${top}V${bottom}M${right + 14} ${top}H${beside + 14}M${right + 14} ${bottom}H${beside + 14}` +
    tick(left, below) +
    tick(right, below) +
    tick(beside, top) +
    tick(beside, bottom);
  const label = (x: number, y: number, text: string, extra = "") =>
    `<text x="${x}" y="${y}" ${extra}>${text}</text>`;
  const centre = 'text-anchor="middle"';
  return `${open(800, 1000, title)}<style>.o,.l{fill:none;stroke:${chalkLine};stroke-width:3.5;stroke-linejoin:round}.o{fill:${ground}}.l{stroke-width:2}text{font:500 25px "Avenir Next","Segoe UI","Helvetica Neue","Liberation Sans",Arial,sans-serif;fill:${chalkLine};letter-spacing:.04em}</style>
<pattern id="s" width="40" height="40" patternUnits="userSpaceOnUse"><path d="M0 0h40v40" fill="none" stroke="${chalkLine}" stroke-opacity=".13" stroke-width="1.5"/></pattern>
<path d="M0 0h800v1000H0Z" fill="${ground}"/><path d="M0 0h800v1000H0Z" fill="url(#s)"/>
<g transform="translate(${across} ${down})">${pen.svg}</g>
<path d="${dimensions}" fill="none" stroke="${inks.sun}" stroke-width="2.5"/>
<g fill="${inks.sun}">${label(middle, below + 36, width, `${centre} style="fill:${inks.sun}"`)}${label(beside + 32, (top + bottom) / 2, height, `${centre} transform="rotate(-90 ${beside + 32} ${(top + bottom) / 2})" style="fill:${inks.sun}"`)}</g>
<path d="M40 40h720v920H40Z" fill="none" stroke="${chalkLine}" stroke-width="2"/>
${label(64, 88, title)}${label(736, 88, `No. ${sheet}`, 'text-anchor="end"')}
</svg>
`;
}
