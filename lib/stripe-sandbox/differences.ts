/** `previous_attributes`: the top-level fields that changed, as they were. */
export function differences(before: object, after: object): Record<string, unknown> {
  const old: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before)) {
    if (JSON.stringify(value) !== JSON.stringify(Reflect.get(after, key))) old[key] = value;
  }
  return old;
}
