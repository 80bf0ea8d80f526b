import type { StockState } from "./views";

/** From here on we say how many are left. */
const low = 5;

export function stockState(available: number | null): StockState {
  if (available === 0) return { is: "sold_out" };
  if (available !== null && available <= low) return { is: "low", left: available };
  return { is: "available" };
}
