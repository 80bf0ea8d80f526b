"use client";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { FormAction } from "@/lib/http/form";
import { errorOf, typedOf } from "../form-message";
import { SettingsForm } from "./settings-form";

type GatewayProps = {
  values: { manual: boolean; stripe: boolean; stripeConnect: boolean; feePercent: string };
  /** Whether keys of a connected account are configured. */
  canConnect: boolean;
  action: FormAction;
};

export function GatewaySettingsForm({ values, canConnect, action }: GatewayProps) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <SettingsForm label="Gateways" state={state} submit={submit}>
      <div className="flex flex-col">
        <Checkbox
          name="stripe"
          defaultChecked={values.stripe}
          label="Stripe"
          hint="The checkout, and programs that pay with payment methods."
        />
        <Checkbox
          name="stripe_connect"
          defaultChecked={values.stripeConnect}
          label="Stripe Connect"
          hint={
            canConnect
              ? "Payments on a connected account."
              : "It has no keys: set STRIPE_CONNECT_ACCOUNT to use it."
          }
        />
        <Checkbox
          name="manual"
          defaultChecked={values.manual}
          label="By hand"
          hint="Money that came elsewhere, written down by you or by a program."
        />
      </div>
      <Field
        name="feePercent"
        label="Application fee"
        hint="Your share of payments on the connected account, in percent."
        error={errorOf(state, "feePercent")}
        className="max-w-60"
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            defaultValue={typedOf(state, "feePercent", values.feePercent)}
          />
        )}
      </Field>
    </SettingsForm>
  );
}
