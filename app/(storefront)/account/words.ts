import { z } from "zod";
import { longestPassword, shortestPassword } from "@/lib/auth/password-rules";
import type { FormWords } from "@/lib/http/form-words";
import type { Translator } from "@/lib/i18n/translator";

/** What the forms around the account share: their fields' rules and words, in the shopper's language. */
type Words = Translator<"account">;

export const emailRule = (t: Words) =>
  z
    .string()
    .trim()
    .max(254)
    .pipe(z.email(t("needEmail")));

export const knownPasswordRule = (t: Words) =>
  z.string().min(1, t("needPassword")).max(longestPassword, t("longPassword"));

export const newPasswordRule = (t: Words) =>
  z
    .string()
    .min(shortestPassword, t("shortPassword", { count: shortestPassword }))
    .max(longestPassword, t("longPassword"));

export const nameRule = (t: Words) => z.string().trim().min(1, t("needName")).max(200);

export function formWords(t: Words, refused: string): FormWords {
  return { check: t("checkFields"), refused, tooMany: t("tooMany") };
}

export function newPasswordField(t: Words) {
  return {
    name: "password",
    label: t("newPassword"),
    type: "password",
    autoComplete: "new-password",
    hint: t("passwordHint", { count: shortestPassword }),
  } as const;
}

export function emailField(t: Words, autoComplete = "email") {
  return { name: "email", label: t("email"), type: "email", autoComplete } as const;
}
