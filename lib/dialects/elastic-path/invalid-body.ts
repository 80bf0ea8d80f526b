import type { z } from "zod";
import { RequestError, type ErrorEntry } from "./errors";

/**
 * What does not fit a schema, in the words of the validator that the official service uses: programs that were
 * written for it look for these titles and sentences. An issue has its value with it, so parse with
 * `reportInput`.
 */
export function invalidBody({ issues }: z.ZodError): RequestError {
  return new RequestError(400, issues.flatMap(entriesOf).slice(0, 20));
}

type Entry = Omit<ErrorEntry, "status">;
type Issue = z.core.$ZodIssue;

function entriesOf(issue: Issue): Entry[] {
  if (issue.code === "invalid_union") {
    const inner = closest(issue);
    if (inner.length > 0) return inner.flatMap(entriesOf);
  }
  const words = wordsOf(issue);
  const source = issue.path.join(".");
  return words.map((said) => ({ ...said, ...(source && { source }) }));
}

/** Of several forms that a value may have, the one with the fewest faults was meant. */
function closest({ errors, path }: Extract<Issue, { code: "invalid_union" }>): Issue[] {
  const fewest = errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return fewest.map((part) => ({ ...part, path: [...path, ...part.path] }));
}

function wordsOf(issue: Issue): Entry[] {
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(issue)];
    case "too_small":
    case "too_big":
      return [wrongSize(issue)];
    case "unrecognized_keys":
      return issue.keys.map(surplus);
    case "invalid_value":
      return [isMissing(issue) ? required(issue) : notOneOf(issue, issue.values)];
    case "invalid_union":
      return [wrongKind(issue)];
    case "invalid_format":
      return [wrongFormat(issue)];
    default:
      return [
        {
          title: issue.message.endsWith(" is required") ? "required" : "invalid",
          detail: issue.message,
        },
      ];
  }
}

const isMissing = ({ input }: Issue) => input === undefined;

function required({ path }: Issue): Entry {
  return { title: "required", detail: `${String(path.at(-1))} is required` };
}

const surplus = (key: string): Entry => ({
  title: "additional_property_not_allowed",
  detail: `Additional property ${key.slice(0, 100)} is not allowed`,
});

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>): Entry {
  // Something that must not be there has a sentence of its own.
  if (issue.expected === "undefined") {
    return { title: "additional_property_not_allowed", detail: issue.message };
  }
  if (isMissing(issue)) return required(issue);
  const expected = typeWords[issue.expected] ?? issue.expected;
  const detail = `Invalid type. Expected: ${expected}, given: ${typeOf(issue.input)}`;
  return { title: "invalid_type", detail };
}

const typeWords: Record<string, string> = { int: "integer", record: "object" };

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function wrongSize(issue: Extract<Issue, { code: "too_small" | "too_big" }>): Entry {
  const { origin, inclusive = true, input } = issue;
  const [limit, more] =
    issue.code === "too_small" ? [issue.minimum, "greater"] : [issue.maximum, "less"];
  const short = `${more.charAt(0)}t${inclusive ? "e" : ""}`;
  const than = `${more} than ${inclusive ? "or equal to " : ""}${limit}`;
  if (origin === "string") {
    return { title: `string_${short}`, detail: `String length must be ${than}` };
  }
  if (origin === "array") {
    const [title, how] =
      issue.code === "too_small" ? ["array_min_items", "least"] : ["array_max_items", "most"];
    return { title, detail: `Array must have at ${how} ${limit} items` };
  }
  return { title: `number_${short}`, detail: `Must be ${than}`, meta: { value: input } };
}

function wrongFormat(issue: Extract<Issue, { code: "invalid_format" }>): Entry {
  if (issue.format === "regex") return { title: "pattern", detail: issue.message };
  return { title: "format", detail: `Does not match format '${issue.format}'` };
}

/** What tells several forms apart is missing, or is no word that we know. */
function wrongKind(issue: Extract<Issue, { code: "invalid_union" }>): Entry {
  const { discriminator, input } = issue;
  const given: unknown = discriminator && Reflect.get(Object(input), discriminator);
  if (given === undefined) return required(issue);
  return notOneOf(issue, "options" in issue ? (issue.options ?? []) : []);
}

function notOneOf({ path }: Issue, allowed: readonly z.core.util.Primitive[]): Entry {
  const words = allowed.map((one) => JSON.stringify(String(one))).join(", ");
  return { title: "enum", detail: `${path.join(".")} must be one of the following: ${words}` };
}
