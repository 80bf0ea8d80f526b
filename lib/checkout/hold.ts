/**
 * How long a placed order keeps its goods from other shoppers. Longer than the half hour that a
 * payment page lives, so that what is paid at the last moment is still there.
 */
const holdMinutes = 35;

export function holdUntil(now: Date): Date {
  return new Date(now.getTime() + holdMinutes * 60_000);
}
