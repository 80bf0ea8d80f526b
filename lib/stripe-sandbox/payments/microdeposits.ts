import { cardError, invalidRequest, missingParam, StripeError } from "../errors";
import type { Decline } from "../methods/declines";
import type { Scope } from "../scope";

/** What the shopper reads on their bank statement, and tells. */
export type Told = {
  amounts?: readonly number[] | undefined;
  descriptor_code?: string | undefined;
};

const ARRIVES_AFTER_S = 86_400;
const PREFIX = "payment_method_microdeposit_verification";

/** Whether money may be taken only after the shopper has told what arrived on their account. */
export function awaitsMicrodeposits(
  scope: Scope,
  method: { id: string; type: string },
  verification: string | undefined,
): boolean {
  if (method.type !== "us_bank_account" || verification !== "microdeposits") return false;
  return scope.store.secrets.find(method.id)?.verified !== true;
}

export const microdepositAction = (
  scope: Scope,
  intent: { id: string; client_secret: string | null },
) => ({
  type: "verify_with_microdeposits",
  verify_with_microdeposits: {
    arrival_date: scope.now + ARRIVES_AFTER_S,
    hosted_verification_url: `${scope.world.origin}/microdeposits/${intent.id}?client_secret=${intent.client_secret}`,
    microdeposit_type: "descriptor_code" as const,
  },
});

type Outcome = "verified" | "mismatch" | Decline;

/** Stripe's test values; anything else is not what was sent. */
export function judge(told: Told): Outcome {
  const { amounts, descriptor_code: code } = told;
  if ((amounts === undefined) === (code === undefined)) {
    if (code === undefined) throw missingParam("descriptor_code");
    throw invalidRequest(
      "You may only specify one of these parameters: amounts, descriptor_code.",
      {
        code: "parameters_exclusive",
        param: "amounts",
      },
    );
  }
  const given = code?.toUpperCase() ?? (amounts ?? []).toSorted((a, b) => a - b).join(",");
  if (given === "SM11AA" || given === "32,45") return "verified";
  if (given === "SM33CC" || given === "10,11") return attemptsExceeded;
  if (given === "SM44DD" || given === "40,41") return timeout;
  return "mismatch";
}

const attemptsExceeded: Decline = {
  code: `${PREFIX}_attempts_exceeded`,
  message:
    "You have exceeded the number of allowed verification attempts. Please provide another payment method.",
};

const timeout: Decline = {
  code: `${PREFIX}_timeout`,
  message:
    "Microdeposits could not be verified in time. Please provide another payment method and try again.",
};

export function mismatch({ amounts }: Told): StripeError {
  const what = amounts === undefined ? "descriptor code" : "amounts";
  const verb = amounts === undefined ? "does" : "do";
  return invalidRequest(
    `The ${what} provided ${verb} not match the ${what} that ${amounts === undefined ? "was" : "were"} sent to the bank account.`,
    { code: `${PREFIX}_${amounts === undefined ? "descriptor_code" : "amounts"}_mismatch` },
  );
}

/** The account is good from now on, for later payments too. */
export function markVerified(scope: Scope, method: string): void {
  const secret = scope.store.secrets.find(method);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, verified: true });
}

/** What ended the waiting is kept, as after a decline. */
export const verificationFailed = (decline: Decline) =>
  new StripeError(400, { ...cardError(decline).body, type: "invalid_request_error" }, true);
