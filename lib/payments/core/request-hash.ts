import { createHash } from "node:crypto";

/** The same words for the same request, whatever the order of its fields. */
export function requestHash(request: Record<string, unknown>): string {
  const fields = Object.entries(request)
    .filter(([, value]) => value !== undefined && value !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
