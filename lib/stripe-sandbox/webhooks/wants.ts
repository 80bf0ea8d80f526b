/** `*` is everything; Stripe also knows families such as `charge.*` in the CLI. */
export function wants(enabled: readonly string[], type: string): boolean {
  return enabled.some(
    (name) =>
      name === "*" || name === type || (name.endsWith(".*") && type.startsWith(name.slice(0, -1))),
  );
}
