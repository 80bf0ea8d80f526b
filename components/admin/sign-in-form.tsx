"use client";
import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import { errorOf, FormMessage, typedOf } from "./form-message";

type Props = { next: string; action: FormAction };

export function SignInForm({ next, action }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <form action={submit} aria-label="Sign in" className="flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <FormMessage state={state} />
      <Field name="email" label="E-mail" error={errorOf(state, "email")} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            defaultValue={typedOf(state, "email")}
          />
        )}
      </Field>
      <Field name="password" label="Password" error={errorOf(state, "password")} required>
        {(control) => <Input {...control} type="password" autoComplete="current-password" />}
      </Field>
      <SubmitButton variant="solid" wide pendingLabel="Signing in…" className="mt-2">
        Sign in
      </SubmitButton>
    </form>
  );
}
