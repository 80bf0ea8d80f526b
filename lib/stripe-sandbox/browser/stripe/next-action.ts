import { openChallenge } from "./challenge-overlay";

/** The part of an intent's `next_action` that a browser can do something about. */
type NextAction = {
  type: string;
  redirect_to_url?: { url?: string | null } | null;
  use_stripe_sdk?: unknown;
};

type WithAction = { status: string; next_action: NextAction | null };

/**
 * `none`: nothing to do. `done`: the shopper was here and did something, so look again.
 * `left`: the page is on its way to another address, and no promise may resolve.
 */
export type ActionEnd = "none" | "done" | "left";

export async function performNextAction(
  origin: string,
  intent: WithAction | null,
): Promise<ActionEnd> {
  if (intent === null || intent.status !== "requires_action") return "none";
  const challengeUrl = textIn(intent.next_action?.use_stripe_sdk, "stripe_js");
  if (challengeUrl !== null && new URL(challengeUrl).origin === origin) {
    await openChallenge(origin, challengeUrl);
    return "done";
  }
  const redirectUrl = intent.next_action?.redirect_to_url?.url ?? null;
  if (redirectUrl !== null) return leave(redirectUrl);
  const voucherUrl = voucherOf(intent.next_action);
  if (voucherUrl !== null && new URL(voucherUrl).origin === origin) {
    await openChallenge(origin, voucherUrl);
    return "done";
  }
  return "none";
}

export function leave(url: string): "left" {
  window.location.assign(url);
  return "left";
}

/** A promise for callers whose page is about to go away. */
export const never: Promise<never> = new Promise(() => undefined);

function voucherOf(action: NextAction | null): string | null {
  const details: unknown = action === null ? null : Reflect.get(action, action.type);
  return textIn(details, "hosted_voucher_url");
}

function textIn(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : null;
}
