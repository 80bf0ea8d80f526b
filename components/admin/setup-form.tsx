"use client";
import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import { errorOf, FormMessage, typedOf } from "./form-message";

type Props = { token: string; action: FormAction };

export function SetupForm({ token, action }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <form action={submit} aria-label="Set up" className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <FormMessage state={state} />
      <Field name="name" label="Your name" error={errorOf(state, "name")} required>
        {(control) => (
          <Input {...control} autoComplete="name" defaultValue={typedOf(state, "name")} />
        )}
      </Field>
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
      <Field
        name="password"
        label="Password"
        hint="At least 12 characters. A sentence is a good one."
        error={errorOf(state, "password")}
        required
      >
        {(control) => <Input {...control} type="password" autoComplete="new-password" />}
      </Field>
      <SubmitButton variant="solid" wide pendingLabel="Setting up…" className="mt-2">
        Create the account
      </SubmitButton>
    </form>
  );
}
