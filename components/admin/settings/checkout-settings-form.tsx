"use client";
import { useActionState, useState } from "react";
import { Checkbox, ChoiceGroup, RadioCard } from "@/components/ui/choices";
import type { FormAction, FormState } from "@/lib/http/form";
import { errorOf } from "../form-message";
import { SettingsForm } from "./settings-form";

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
