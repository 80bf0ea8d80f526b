import type { PaymentMethod, StripeError, Token } from "@stripe/stripe-js";
import { createApi, type FormValue } from "../../shared/api";
import { digitsOf, readExpiry } from "../../shared/card-fields";
import type { FrameAnswer, FrameInit } from "../../shared/protocol";
import { stringsFor } from "../../shared/strings";
import type { CardInputs } from "./inputs";
import type { Siblings } from "./siblings";

export type CardForm = {
  given: FrameInit;
  inputs: CardInputs;
  siblings: Siblings | null;
  announce(): void;
};

type Collected = { value: { [key: string]: FormValue } } | { error: StripeError };

/** The whole card: from this frame's row, or from the frames of the same group. */
async function collect({ given, inputs, siblings, announce }: CardForm): Promise<Collected> {
  const problem = firstProblem(given, inputs);
  announce();
  if (problem !== null) return { error: problem };
  if (inputs.iban) return { value: { iban: inputs.iban.value.replace(/\s/g, "") } };
  const others = inputs.expiry ? {} : await siblings?.ask(["cardExpiry", "cardCvc"], true);
  for (const { type, code } of splitParts) {
    if (others?.[type]?.complete === false) {
      const message = stringsFor(given.locale).problems[code];
      return { error: { type: "validation_error", code, message } };
    }
  }
  const expiry = inputs.expiry?.value ?? others?.["cardExpiry"]?.value ?? "";
  const { month, year } = readExpiry(expiry);
  return {
    value: {
      number: digitsOf(inputs.number?.value ?? ""),
      exp_month: month,
      exp_year: year,
      cvc: inputs.cvc?.value ?? others?.["cardCvc"]?.value,
    },
  };
}

const splitParts = [
  { type: "cardExpiry", code: "incomplete_expiry" },
  { type: "cardCvc", code: "incomplete_cvc" },
] as const;

function firstProblem({ locale }: FrameInit, inputs: CardInputs): StripeError | null {
  for (const field of Object.values(inputs)) {
    const { problem } = field.check(true);
    if (problem === null) continue;
    field.input.focus();
    return {
      type: "validation_error",
      code: problem,
      message: stringsFor(locale).problems[problem],
    };
  }
  return null;
}

export async function createPaymentMethod(
  form: CardForm,
  params: Record<string, unknown>,
): Promise<FrameAnswer> {
  const { given, inputs } = form;
  const card = await collect(form);
  if ("error" in card) return card;
  const type = inputs.iban ? "sepa_debit" : "card";
  const billing = Object(params["billing_details"]);
  const postal = inputs.postalCode?.value.trim();
  const address = { ...billing.address, ...(postal ? { postal_code: postal } : {}) };
  const created = await apiOf(given).post<PaymentMethod>("/v1/payment_methods", {
    type,
    [type]: card.value,
    billing_details: { ...billing, address },
    metadata: Object(params["metadata"]),
  });
  return created.error ? { error: created.error } : { value: { paymentMethod: created.value } };
}

export async function createToken(
  form: CardForm,
  params: Record<string, unknown>,
): Promise<FrameAnswer> {
  const { given, inputs } = form;
  if (inputs.cvc && !inputs.number) {
    const cvc = inputs.cvc.value;
    const made = await apiOf(given).post<Token>("/v1/tokens", { cvc_update: { cvc } });
    return made.error ? { error: made.error } : { value: { token: made.value } };
  }
  const card = await collect(form);
  if ("error" in card) return card;
  const zip = inputs.postalCode?.value.trim();
  const details = { ...card.value, ...(zip ? { address_zip: zip } : {}), ...plainOf(params) };
  const made = await apiOf(given).post<Token>("/v1/tokens", { card: details });
  return made.error ? { error: made.error } : { value: { token: made.value } };
}

function plainOf(params: Record<string, unknown>): { [key: string]: FormValue } {
  return JSON.parse(JSON.stringify(params));
}

function apiOf({ publishableKey, stripeAccount, locale }: FrameInit) {
  return createApi({ origin: location.origin, publishableKey, stripeAccount, locale });
}
