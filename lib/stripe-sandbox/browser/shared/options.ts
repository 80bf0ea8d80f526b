/**
 * Options come from the store's page and may be of any shape. A wrong shape means "not given":
 * an option that the sandbox cannot read must not break the form.
 */
export function pathIn(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

export function textIn(value: unknown, key: string): string | undefined {
  const found = pathIn(value, key);
  return typeof found === "string" ? found : undefined;
}
