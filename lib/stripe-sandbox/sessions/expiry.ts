import type { Scope } from "../scope";

const DAY_S = 86_400;
const HALF_HOUR_S = 1800;

/**
 * When a new session ends, in Unix seconds of the sandbox. A store counts from the time of day: once the
 * sandbox's clock was moved ahead, the session lives for as long as the store meant. Null: too short or too long.
 */
export function expiryOf(wanted: number | undefined, scope: Scope): number | null {
  if (wanted === undefined) return scope.now + DAY_S;
  const ahead = Math.floor(scope.world.clock.offsetMs / 1000);
  const fits = (end: number) => end - scope.now >= HALF_HOUR_S && end - scope.now <= DAY_S;
  return [wanted, wanted + ahead].find(fits) ?? null;
}
