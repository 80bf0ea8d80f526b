"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { FormState } from "@/lib/http/form";
import { answerInWords } from "@/lib/http/form-words";
import { translations } from "@/lib/i18n/request";
import {
  registerShopper,
  requestNewPassword,
  resetShopperPassword,
  signInShopper,
  signOutShopper,
  verifyShopperEmail,
} from "@/lib/shoppers/operations/sign-in";
import { safeAccountNext } from "@/lib/shoppers/safe-next";
import { emailRule, formWords, knownPasswordRule, nameRule, newPasswordRule } from "../words";

export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const t = await translations("account");
  const schema = z.object({
    email: emailRule(t),
    password: knownPasswordRule(t),
    next: z.string().optional(),
  });
  return answerInWords(schema, form, formWords(t, t("wrongSignIn")), async ({ next, ...who }) => {
    await signInShopper(who, await headers());
    redirect(safeAccountNext(next));
  });
}

export async function register(_before: FormState, form: FormData): Promise<FormState> {
  const t = await translations("account");
  const schema = z.object({
    name: nameRule(t),
    email: emailRule(t),
    password: newPasswordRule(t),
  });
  return answerInWords(schema, form, formWords(t, t("failed")), async (who) => {
    await registerShopper({ ...who, locale: t.tag }, await headers());
    redirect("/account/register?sent=1");
  });
}

export async function forgot(_before: FormState, form: FormData): Promise<FormState> {
  const t = await translations("account");
  const schema = z.object({ email: emailRule(t) });
  return answerInWords(schema, form, formWords(t, t("failed")), async ({ email }) => {
    await requestNewPassword(email, await headers());
    redirect("/account/forgot?sent=1");
  });
}

export async function reset(_before: FormState, form: FormData): Promise<FormState> {
  const t = await translations("account");
  const schema = z.object({ token: z.string().max(500), password: newPasswordRule(t) });
  return answerInWords(schema, form, formWords(t, t("resetOver")), async (input) => {
    await resetShopperPassword(input, await headers());
    redirect("/account/sign-in?reset=1");
  });
}

/** A press and not the link itself: programs that look into mails open links. */
export async function verify(form: FormData): Promise<void> {
  const token = z.string().max(2000).catch("").parse(form.get("token"));
  const isVerified = await verifyShopperEmail(token, await headers()).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    },
  );
  redirect(isVerified ? "/account" : "/account/verify?over=1");
}

export async function signOut(): Promise<void> {
  await signOutShopper(await headers());
  redirect("/account/sign-in");
}
