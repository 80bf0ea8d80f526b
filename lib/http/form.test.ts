import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { answerForm } from "./form";

const schema = z.object({
  email: z.email("This is not an e-mail."),
  password: z.string().min(3, "Too short."),
  tag: z.array(z.string()).or(z.string()).optional(),
});

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  return form;
}

const good = { email: "ada@example.com", password: "secret" };

describe("answerForm", () => {
  it("gives the parsed fields to the work, and its message back", async () => {
    const state = await answerForm(schema, formOf({ ...good, tag: ["a", "b"] }), async (input) =>
      JSON.stringify(input),
    );
    const parsed = JSON.stringify({ ...good, tag: ["a", "b"] });
    expect(state).toEqual({ is: "done", message: parsed });
  });

  it("says what is wrong at each field, keeps what was typed, and never the password", async () => {
    const form = formOf({ email: "nobody", password: "x", $ACTION_ID: "1" });
    const state = await answerForm(schema, form, async () => "not reached");
    expect(state).toMatchObject({
      is: "refused",
      fields: { email: "This is not an e-mail.", password: "Too short." },
      values: { email: "nobody" },
    });
    expect(JSON.stringify(state)).not.toContain('"password":"x"');
  });

  it("turns a refusal into its message, at its field when it names one", async () => {
    const state = await answerForm(schema, formOf(good), async () => {
      throw new DomainError("amount_too_large", "More than is left.", { field: "email" });
    });
    expect(state).toMatchObject({
      is: "refused",
      code: "amount_too_large",
      message: "More than is left.",
      fields: { email: "More than is left." },
    });
  });

  it("lets a bug go up", async () => {
    const answer = answerForm(schema, formOf(good), async () => {
      throw new TypeError("bug");
    });
    await expect(answer).rejects.toThrow("bug");
  });
});
