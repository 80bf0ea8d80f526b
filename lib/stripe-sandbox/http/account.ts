import type { IncomingMessage } from "node:http";
import { invalidRequest } from "../errors";
import type { World } from "../world";
import type { Auth } from "./auth";
import type { FormTree } from "./form";
import { header, takeText } from "./request";

/** Whose objects a request is about: `Stripe-Account`, or `_stripe_account` from a browser. */
export function accountOf(
  { platformAccount, universe }: World,
  request: IncomingMessage,
  form: FormTree,
  auth: Auth,
): string {
  const asked = header(request, "stripe-account") ?? takeText(form, "_stripe_account");
  if (asked === undefined || asked === platformAccount) return platformAccount;
  if (universe.platform.accounts.find(asked) !== undefined) return asked;
  throw accountRefused(auth, asked);
}

/** Which accounts exist is told to nobody who has no access to them. */
export const accountRefused = (auth: Auth, asked: string) =>
  invalidRequest(
    `The provided key '${auth.key.slice(0, 8)}***' does not have access to account '${asked}' (or that account does not exist). Application access may have been revoked.`,
    { code: "account_invalid" },
    403,
  );
