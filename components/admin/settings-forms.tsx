"use client";
import { useActionState, useState, type ReactNode } from "react";
import { Checkbox, ChoiceGroup, RadioCard } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction, FormState } from "@/lib/http/form";
import { errorOf, FormMessage, typedOf } from "./form-message";

type FormProps = {
  label: string;
  state: FormState;
  submit: (form: FormData) => void;
  children: ReactNode;
};

function SettingsForm({ label, state, submit, children }: FormProps) {
  return (
    <form action={submit} aria-label={label} className="flex flex-col gap-6">
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="solid" pendingLabel="Saving…">
          Save
        </SubmitButton>
        <FormMessage state={state} />
      </div>
    </form>
  );
}

const ways = [
  ["elements", "Fields in your page", "Card and bank fields of Stripe within your own design."],
  ["embedded", "Stripe's form in your page", "Stripe's whole payment page, in a frame of yours."],
  ["hosted", "Stripe's own page", "Shoppers leave for Stripe's page and come back."],
] as const;

const captureChoices = [
  ["at_once", "At once", "Money moves when the shopper pays."],
  ["later", "When you say so", "Money is held, and you capture it on the order's page."],
  [
    "stock_confirmed",
    "When the goods are confirmed",
    "Money is held, then captured by itself once the goods are sure; else it is let go.",
  ],
] as const;

type CheckoutProps = {
  values: {
    way: string;
    capture: string;
    methods: readonly string[];
    severalCaptures: boolean;
    syncCatalog: boolean;
  };
  methods: readonly { type: string; label: string }[];
  action: FormAction;
};

export function CheckoutSettingsForm({ values, methods, action }: CheckoutProps) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <SettingsForm label="Checkout" state={state} submit={submit}>
      <Choices legend="Where shoppers pay" name="way" choices={ways} chosen={values.way} />
      <Choices
        legend="When money moves"
        name="capture"
        choices={captureChoices}
        chosen={values.capture}
      />
      <Checkbox
        name="severalCaptures"
        defaultChecked={values.severalCaptures}
        label="Ask for holds that can be captured in parts"
        hint="Where the card allows it: for orders that leave in several parcels."
        className="-my-2"
      />
      <MethodChoices chosen={values.methods} methods={methods} state={state} />
      <Checkbox
        name="syncCatalog"
        defaultChecked={values.syncCatalog}
        label="Keep products and prices at Stripe too"
        hint="Payment pages then name them by Stripe's own price ids. Without it, each line carries its price."
        className="-my-2"
      />
    </SettingsForm>
  );
}

type ChoicesProps = {
  legend: string;
  name: string;
  choices: readonly (readonly [value: string, title: string, hint: string])[];
  chosen: string;
};

function Choices({ legend, name, choices, chosen }: ChoicesProps) {
  return (
    <ChoiceGroup legend={legend}>
      {choices.map(([value, title, hint]) => (
        <RadioCard
          key={value}
          name={name}
          value={value}
          title={title}
          hint={hint}
          defaultChecked={chosen === value}
        />
      ))}
    </ChoiceGroup>
  );
}

type MethodChoicesProps = {
  chosen: readonly string[];
  methods: CheckoutProps["methods"];
  state: FormState;
};

function MethodChoices({ chosen, methods, state }: MethodChoicesProps) {
  const [all, setAll] = useState(chosen.length === 0);
  return (
    <fieldset>
      <legend className="text-sm font-semibold">What may be paid with</legend>
      <Checkbox
        name="allMethods"
        checked={all}
        onChange={(event) => setAll(event.target.checked)}
        label="Everything that your Stripe account offers for the order's currency and country"
      />
      {!all && (
        <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
          {methods.map(({ type, label }) => (
            <Checkbox
              key={type}
              name="methods"
              value={type}
              defaultChecked={chosen.includes(type)}
              label={label}
            />
          ))}
        </div>
      )}
      {errorOf(state, "methods") && (
        <p className="text-sm font-semibold text-bad">{errorOf(state, "methods")}</p>
      )}
    </fieldset>
  );
}

type LookProps = {
  values: Readonly<
    Record<
      | "name"
      | "buttonColor"
      | "backgroundColor"
      | "logoUrl"
      | "submit"
      | "afterSubmit"
      | "shippingAddress",
      string
    >
  >;
  action: FormAction;
};

export function LookSettingsForm({ values, action }: LookProps) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const field = (name: keyof LookProps["values"], label: string, hint: string, rows?: number) => (
    <Field name={name} label={label} hint={hint} error={errorOf(state, name)}>
      {(control) =>
        rows === undefined ? (
          <Input {...control} defaultValue={typedOf(state, name, values[name])} />
        ) : (
          <Textarea {...control} rows={rows} defaultValue={typedOf(state, name, values[name])} />
        )
      }
    </Field>
  );
  return (
    <SettingsForm label="Look and words" state={state} submit={submit}>
      <div className="grid gap-5 sm:grid-cols-2">
        {field("name", "Shop name", "As it stands on Stripe's pages.")}
        {field("logoUrl", "Logo", "The address of a picture, beginning with https://.")}
        {field("buttonColor", "Colour of the button", "Such as #c03d19.")}
        {field("backgroundColor", "Colour of the page", "Such as #f3f6f5.")}
      </div>
      {field("submit", "Beside the button", "A sentence of yours above “Pay”.", 2)}
      {field("afterSubmit", "Below the button", "A sentence of yours under “Pay”.", 2)}
      {field("shippingAddress", "Beside the address", "Where Stripe asks for an address.", 2)}
    </SettingsForm>
  );
}

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
