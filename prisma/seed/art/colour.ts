/** The inks of the series. Every picture is printed from these and their mixtures. */
export const inks = {
  ink: "#16304a",
  night: "#12263b",
  sea: "#4f8a94",
  foam: "#a3c8c8",
  fog: "#d6e0df",
  chalk: "#f5efe1",
  sand: "#ead7b1",
  sun: "#f3b653",
  buoy: "#e0532f",
  coral: "#f0946a",
  wood: "#c48a52",
  brass: "#cf9f47",
  kelp: "#4f6b56",
} as const;

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** `share` of 0 is all `a`, 1 is all `b`. */
export function mix(a: string, b: string, share: number): string {
  const other = channels(b);
  const mixed = channels(a).map((value, i) => value + ((other[i] ?? 0) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** One material in the light of the series: warm where the sun meets it, blue where it turns away. */
export type Tone = { light: string; base: string; dark: string; deep: string };

export function tone(base: string): Tone {
  return {
    light: mix(base, "#fff3dc", 0.42),
    base,
    dark: mix(base, inks.ink, 0.3),
    deep: mix(base, inks.night, 0.55),
  };
}
