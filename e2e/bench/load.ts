export type Load = { clients: number; seconds: number };

export type Measured = { count: number; perSecond: number; lapsMs: number[] };

/** Each client does `work` again and again until the time is over. */
export async function load(
  { clients, seconds }: Load,
  work: () => Promise<unknown>,
): Promise<Measured> {
  const lapsMs: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const lap = performance.now();
      await work();
      lapsMs.push(performance.now() - lap);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - start) / 1000;
  return { count: lapsMs.length, perSecond: lapsMs.length / took, lapsMs };
}

/** Does `work` for each of `items`, so many at a time. */
export async function inParallel<T>(
  clients: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values();
  const client = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The lap that this share of all laps did not exceed. */
export function percentile(lapsMs: readonly number[], share: number): number {
  const sorted = lapsMs.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
