/** A value, with its place in the order in which values were created. */
export type Row<T> = { readonly sequence: number; value: T };

/** The position of the last row whose sequence is below `sequence`, or -1. */
export function lastBelow<T>(rows: readonly Row<T>[], sequence: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.sequence ?? 0) < sequence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
