import { newId } from "../ids";
import type { Scope } from "../scope";
import type { ChallengeRecord } from "../store/records";

type Opening = Pick<ChallengeRecord, "intent" | "kind" | "paymentMethodType" | "returnUrl">;

export function openChallenge(scope: Scope, opening: Opening): ChallengeRecord {
  const id = newId(opening.kind === "three_d_secure" ? "src" : "chal");
  return scope.store.challenges.save({ id, ...opening, status: "open", created: scope.now });
}

export const authenticationFailure = {
  code: "payment_intent_authentication_failure",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};
