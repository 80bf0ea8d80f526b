import type { z } from "zod";
import { invalidRequest, missingParam, unknownParams, type StripeError } from "./errors";
import type { FormNode, FormTree } from "./http/form";
import { EMPTY } from "./params";

/** Parses a form by a schema, or throws the error that Stripe would answer. */
export function parseParams<S extends z.ZodType>(schema: S, form: FormTree): z.output<S> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  throw errorOf(parsed.error.issues, form);
}

type Issue = z.core.$ZodIssue;

function errorOf(issues: readonly Issue[], form: FormTree): StripeError {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  const issue = unknown ?? issues[0];
  if (issue === undefined) return invalidRequest("Invalid request.");
  return errorOfIssue(issue, issue.path, form);
}

function errorOfIssue(issue: Issue, path: readonly PropertyKey[], form: FormTree): StripeError {
  const param = paramName(path);
  const given = valueAt(form, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownParams(issue.keys.map((key) => paramName([...path, key])));
    case "invalid_union":
      return unionError(issue, path, form);
    case "too_big":
      return invalidRequest(`Array exceeds maximum allowed ${issue.maximum} elements`, { param });
    case "custom":
      return customError(issue, param);
    default:
      return given === undefined ? missingParam(param) : typeError(issue, param, given);
  }
}

/** Of a union's branches, the one that got furthest is the one that was meant. */
function unionError(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: readonly PropertyKey[],
  form: FormTree,
): StripeError {
  const branches = issue.errors.flat();
  const given = valueAt(form, path);
  if (given === undefined) return missingParam(paramName(path));
  const meant =
    branches.find((branch) => branch.path.length > 0 || branch.code === "unrecognized_keys") ??
    branches.find((branch) => branch.code === "custom") ??
    branches.at(-1);
  if (meant === undefined) return invalidRequest("Invalid request.", { param: paramName(path) });
  return errorOfIssue(meant, [...path, ...meant.path], form);
}

function customError(issue: Extract<Issue, { code: "custom" }>, param: string): StripeError {
  const code: unknown = issue.params?.["code"];
  if (code === EMPTY) {
    return invalidRequest(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      { code: EMPTY, param },
    );
  }
  const said = issue.message.startsWith("must be one of")
    ? `Invalid ${param}: ${issue.message}`
    : issue.message;
  return invalidRequest(said, typeof code === "string" ? { code, param } : { param });
}

function typeError(issue: Issue, param: string, given: FormNode): StripeError {
  const wanted = issue.code === "invalid_type" ? issue.expected : "object";
  const noun = wanted === "array" ? "array" : wanted === "string" ? "string" : "object";
  const shown = typeof given === "string" ? given : JSON.stringify(given).slice(0, 100);
  return invalidRequest(`Invalid ${noun}: ${shown}`, { param });
}

function valueAt(form: FormTree, path: readonly PropertyKey[]): FormNode | undefined {
  let node: FormNode | undefined = form;
  for (const key of path) {
    if (typeof node !== "object") return undefined;
    node = Array.isArray(node) ? node[Number(key)] : node[String(key)];
  }
  return node;
}

/** `["a", "b", 0]` → `a[b][0]` */
export function paramName(path: readonly PropertyKey[]): string {
  const [first = "", ...rest] = path.map(String);
  return first + rest.map((key) => `[${key}]`).join("");
}
