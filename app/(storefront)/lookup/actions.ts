"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { answerInWords } from "@/lib/http/form-words";
import type { FormState } from "@/lib/http/form";
import { translations } from "@/lib/i18n/request";
import { mailOrderLink } from "@/lib/orders/operations/mail-order-link";

export async function lookUpOrder(_before: FormState, form: FormData): Promise<FormState> {
  const t = await translations("order");
  const schema = z.object({
    // "#1042" and "1042 " are what people copy.
    number: z
      .string()
      .transform((text) => text.replace(/\D/g, ""))
      .pipe(z.string().regex(/^\d{1,12}$/, t("needNumber")))
      .transform(Number),
    email: z
      .string()
      .trim()
      .max(254)
      .pipe(z.email(t("needEmail"))),
  });
  const words = { check: t("checkFields"), refused: t("tooMany"), tooMany: t("tooMany") };
  return answerInWords(schema, form, words, async (lookup) => {
    await mailOrderLink(lookup, await headers());
    redirect("/lookup?sent=1");
  });
}
