import { z } from "zod";

/** Environment variables by their names. */
export type Source = Record<string, string | undefined>;

const port = z.coerce.number().int().min(1).max(65_535);

/** Empty strings count as unset, as `.env` files write them. */
export function given(source: Source, name: string): string | null {
  const value = source[name]?.trim();
  return value ? value : null;
}

/** What is wrong is added to `problems`, a sentence each. */
export function readPort(
  source: Source,
  name: string,
  fallback: number,
  problems: string[],
): number {
  const value = given(source, name);
  if (value === null) return fallback;
  const parsed = port.safeParse(value);
  if (!parsed.success) problems.push(`${name} must be a port from 1 to 65535, not "${value}".`);
  return parsed.success ? parsed.data : fallback;
}

/** The origin of an address, without a slash at its end. */
export function readOrigin(source: Source, name: string, problems: string[]): string | null {
  const value = given(source, name);
  if (value === null) return null;
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(value);
  if (parsed.success) return new URL(parsed.data).origin;
  problems.push(`${name} must be an address such as https://shop.example.com, not "${value}".`);
  return null;
}
