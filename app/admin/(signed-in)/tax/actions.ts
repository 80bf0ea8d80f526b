"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";
import { percentSchema, tickedSchema } from "@/lib/money/typed";
import { saveTaxRate } from "@/lib/tax/manage";
import { saveTaxSettings, taxSettingsSchema } from "@/lib/tax/settings";

const rateForm = z.object({
  id: z.union([z.literal("new"), z.uuid()]),
  name: z.string().trim().min(1, "Please give it a name.").max(40, "At most 40 characters."),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "Two letters, such as DE."),
  region: z.string().trim().toUpperCase().max(40, "At most 40 characters."),
  percent: percentSchema,
  included: tickedSchema,
  onShipping: tickedSchema,
  active: tickedSchema,
});

export async function saveTaxRateAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  const state = await answerForm(rateForm, form, async ({ id, percent, ...rest }) => {
    await saveTaxRate({ ...rest, id: id === "new" ? null : id, basisPoints: percent });
    return "Saved.";
  });
  if (state.is === "done") redirect("/admin/tax");
  return state;
}

export async function saveTaxSettingsAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  await requireMerchant();
  return answerForm(taxSettingsSchema, form, async (settings) => {
    await saveTaxSettings(settings);
    refresh();
    return "Saved.";
  });
}
