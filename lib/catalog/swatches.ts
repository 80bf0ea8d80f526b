/**
 * What a colour's name looks like. An option value that stands here is shown with a dot of its colour;
 * every other value is shown as a word only.
 */
export const swatches = {
  Fog: "#cfd9dc",
  Ink: "#1f3f5a",
  Buoy: "#e0532f",
  Chalk: "#f2ecdd",
  Kelp: "#4f6b56",
  Ochre: "#d69a2d",
  Foam: "#8fb9bd",
} as const;

/** A CSS colour, or null when the value is no colour that we know. */
export function swatchOf(value: string): string | null {
  return new Map<string, string>(Object.entries(swatches)).get(value) ?? null;
}
