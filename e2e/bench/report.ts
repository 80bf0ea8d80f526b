/** One line of the table. */
export type Row = {
  what: string;
  measured: number;
  unit: string;
  /** Null: it is there to compare the others with. */
  budget: { atMost: number } | { atLeast: number } | null;
};

const number = (value: number) =>
  value.toLocaleString("en-US", { maximumFractionDigits: value < 20 ? 2 : 0 });

/** Above 1 is better than the budget, whichever way the budget points. */
function ratio({ measured, budget }: Row): number | null {
  if (budget === null) return null;
  return "atMost" in budget ? budget.atMost / measured : measured / budget.atLeast;
}

function cells(row: Row): string[] {
  const { what, measured, unit, budget } = row;
  const share = ratio(row);
  const wanted =
    budget && ("atMost" in budget ? `≤ ${number(budget.atMost)}` : `≥ ${number(budget.atLeast)}`);
  return [
    what,
    `${number(measured)} ${unit}`,
    wanted === null ? "" : `${wanted} ${unit}`,
    share === null ? "" : `${share.toFixed(2)} ×${share < 1 ? "  missed" : ""}`,
  ];
}

export function table(rows: readonly Row[]): string {
  const lines = [["what", "measured", "budget", "ratio (above 1 is better)"], ...rows.map(cells)];
  const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
