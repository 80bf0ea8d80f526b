import { invalidRequest } from "./errors";
import { canExpand } from "./can-expand";
import type { Scope } from "./scope";
import { lookUp, included } from "./expandable";

/** Of a list, its `data` is one of them. */
const MAX_LEVELS = 4;

/**
 * Replaces ids by their objects along paths such as `data.latest_charge.balance_transaction`. What is
 * expanded is a copy: stored objects never change.
 */
export function expandAll(scope: Scope, result: object, paths: readonly string[]): object {
  let expanded = result;
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > MAX_LEVELS) {
      throw invalidRequest(
        `You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${path}`,
        { param: "expand" },
      );
    }
    if (!typesAllow(expanded, steps)) throw cannotExpand(path);
    const next = expandAt(scope, expanded, steps, path);
    if (typeof next === "object" && next !== null) expanded = next;
  }
  return expanded;
}

/** A list's items are all of one kind; an empty one has none to ask. */
function typesAllow(result: object, steps: readonly string[]): boolean {
  if (!isList(result)) return canExpand(kindOf(result), steps);
  // What is asked of the list itself is refused further on, with a hint.
  if (steps[0] !== "data") return true;
  const items: unknown = Reflect.get(result, "data");
  const [first] = Array.isArray(items) ? items : [];
  return typeof first !== "object" || first === null || canExpand(kindOf(first), steps.slice(1));
}

const kindOf = (holder: object) => ("object" in holder ? String(holder.object) : "");

function expandAt(scope: Scope, node: unknown, steps: readonly string[], path: string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || node === null) return node;
  if (Array.isArray(node)) return node.map((item: unknown) => expandAt(scope, item, steps, path));
  if (typeof node !== "object") throw cannotExpand(path);
  const holder = isList(node) && step !== "data" ? null : node;
  if (holder === null) {
    throw invalidRequest(
      `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead.`,
      { param: "expand" },
    );
  }
  const value = valueOf(scope, holder, step, path);
  return { ...holder, [step]: expandAt(scope, value, rest, path) };
}

function valueOf(scope: Scope, holder: object, step: string, path: string): unknown {
  const extra = included(scope, holder, step);
  if (extra !== undefined) return extra;
  if (!(step in holder)) throw cannotExpand(path);
  const value: unknown = Reflect.get(holder, step);
  if (typeof value === "string") {
    const found = lookUp(scope, holder, step, value);
    if (found === undefined) throw cannotExpand(path);
    return found;
  }
  if (value === null || typeof value === "object") return value;
  throw cannotExpand(path);
}

const isList = (node: object) => "object" in node && node.object === "list" && "data" in node;

const cannotExpand = (path: string) =>
  invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" });
