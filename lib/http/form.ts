import type { z } from "zod";
import { DomainError, type ErrorCode } from "@/lib/errors";

/** What a form shows after it was sent. Plain data: client components import this type. */
export type FormState =
  | { is: "idle" }
  | {
      is: "done";
      message: string | null;
      /** Something about it is still open, so it is told as a warning. */
      isUnsettled?: true;
    }
  | {
      is: "refused";
      message: string;
      /** The first problem of each field, by its name. */
      fields: Record<string, string>;
      /** What was typed, because the browser's form is emptied after it was sent. Never passwords. */
      values: Record<string, string>;
      code: ErrorCode;
    };

/** Done, or on its way, with something still open: the message says what. */
export type Unsettled = { unsettled: string };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * To server actions what `route` is to handlers: parses the form, runs the one operation, and turns a
 * bad field or a `DomainError` into something that the form can show. Anything else (a redirect, a bug)
 * goes up. What `work` gives back is the message of success.
 */
export async function answerForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  work: (input: z.output<Schema>) => Promise<string | Unsettled | null | undefined | void>,
): Promise<FormState> {
  const parsed = await schema.safeParseAsync(formObject(form));
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) fields[path.join(".")] ??= message;
    return {
      is: "refused",
      code: "invalid_input",
      message: "Please check what is marked.",
      fields,
      values: typedValues(form),
    };
  }
  try {
    const done = (await work(parsed.data)) ?? null;
    if (done === null || typeof done === "string") return { is: "done", message: done };
    return { is: "done", message: done.unsettled, isUnsettled: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, facts } = error;
    const field = facts["field"];
    const fields = typeof field === "string" ? { [field]: message } : {};
    return { is: "refused", code, message, fields, values: typedValues(form) };
  }
}

/** A name that is there several times becomes a list; the framework's own fields are left out. */
export function formObject(form: FormData): Record<string, unknown> {
  const names = new Set([...form.keys()].filter((name) => !name.startsWith("$")));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    const isSecret = name.startsWith("$") || /password|token/i.test(name);
    if (!isSecret && typeof value === "string") values[name] = value;
  }
  return values;
}
