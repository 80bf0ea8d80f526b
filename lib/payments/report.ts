/** For whoever runs the store: one line, with the cause. Nobody's card or address is ever in it. */
export function report(what: string, error: unknown): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`payments: ${what}: ${cause}`);
}
