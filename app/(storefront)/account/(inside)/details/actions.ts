"use server";
import { headers } from "next/headers";
import { z } from "zod";
import type { FormState } from "@/lib/http/form";
import { answerInWords } from "@/lib/http/form-words";
import { intlTag, locales } from "@/lib/i18n/locales";
import { translations } from "@/lib/i18n/request";
import { changeDetails, changeShopperPassword } from "@/lib/shoppers/operations/change-details";
import { requireShopper } from "@/lib/shoppers/shopper";
import { formWords, knownPasswordRule, nameRule, newPasswordRule } from "../../words";

export async function saveDetails(_before: FormState, form: FormData): Promise<FormState> {
  const [t, shopper] = await Promise.all([
    translations("account"),
    requireShopper("/account/details"),
  ]);
  const schema = z.object({
    name: nameRule(t),
    phone: z.string().trim().max(40).default(""),
    locale: z.enum(locales).transform(intlTag),
  });
  return answerInWords(schema, form, formWords(t, t("failed")), async (details) => {
    await changeDetails(shopper.id, details);
    return t("saved");
  });
}

export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const [t, shopper] = await Promise.all([
    translations("account"),
    requireShopper("/account/details"),
  ]);
  const schema = z.object({ current: knownPasswordRule(t), password: newPasswordRule(t) });
  return answerInWords(schema, form, formWords(t, t("wrongPassword")), async (input) => {
    await changeShopperPassword(shopper.id, input, await headers());
    return t("passwordChanged");
  });
}
