import { invalidRequest } from "./errors";

const MAX_KEYS = 50;

/** Stripe merges metadata by key: `""` removes one key, an empty `metadata` removes all. */
export function mergeMetadata(
  before: Record<string, string>,
  change: Record<string, string> | null | undefined,
): Record<string, string> {
  if (change === undefined) return before;
  if (change === null) return {};
  const merged = { ...before, ...change };
  for (const [key, value] of Object.entries(merged)) if (value === "") delete merged[key];
  if (Object.keys(merged).length > MAX_KEYS) {
    throw invalidRequest(
      `You can only have up to ${MAX_KEYS} metadata keys; the object would have ${Object.keys(merged).length}.`,
      { param: "metadata" },
    );
  }
  return merged;
}
