"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { safeNext } from "@/lib/auth/safe-next";
import { signIn } from "@/lib/auth/sign-in";
import { answerForm, type FormState } from "@/lib/http/form";

const signInForm = z.object({
  email: z.email("Please enter an e-mail address.").max(254),
  password: z.string().min(1, "Please enter your password.").max(128),
  next: z.string().optional(),
});

export async function signInToAdmin(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(signInForm, form, async ({ next, ...credentials }) => {
    await signIn(credentials, await headers());
    redirect(safeNext(next));
  });
}
