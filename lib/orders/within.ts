/**
 * The result of `work`, or `late` when it is not there within `patienceMs`. The work goes on; only the
 * person who waits for a page does not wait for it any longer.
 */
export async function within<T>(patienceMs: number, work: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
