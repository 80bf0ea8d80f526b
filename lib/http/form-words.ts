import type { z } from "zod";
import { answerForm, type FormState } from "./form";

/** What a form says above its fields, in the language of whoever filled it in. */
export type FormWords = {
  /** Something is wrong with the fields themselves. */
  check: string;
  /** The operation refused. */
  refused: string;
  tooMany: string;
};

/** `answerForm` for shoppers: its own words are for merchants, who read English. */
export async function answerInWords<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  words: FormWords,
  work: (input: z.output<Schema>) => Promise<string | null | undefined | void>,
): Promise<FormState> {
  const state = await answerForm(schema, form, work);
  if (state.is !== "refused") return state;
  if (state.code === "invalid_input") return { ...state, message: words.check };
  const message = state.code === "too_many_attempts" ? words.tooMany : words.refused;
  return { ...state, message };
}
