"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { longestPassword, shortestPassword } from "@/lib/auth/password-rules";
import { signIn } from "@/lib/auth/sign-in";
import { answerForm, type FormState } from "@/lib/http/form";
import { redeemSetupLink } from "@/lib/merchants/setup-link";

const setupForm = z.object({
  token: z.string(),
  name: z.string().trim().min(1, "Please enter your name.").max(80),
  email: z.email("Please enter an e-mail address.").max(254),
  password: z
    .string()
    .min(shortestPassword, `Please use at least ${shortestPassword} characters.`)
    .max(longestPassword),
});

export async function setUpAdmin(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(setupForm, form, async ({ token, ...merchant }) => {
    await redeemSetupLink(token, merchant);
    await signIn(merchant, await headers());
    redirect("/admin");
  });
}
