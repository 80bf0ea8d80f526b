import { openChallenge, openVoucher } from "./challenge-overlay";

/** The part of an intent's `next_action` that a browser can do something about. */
type NextAction = {
  type: string;
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
  lookAgain: () => Promise<WithAction | null>,
): Promise<ActionEnd> {
  if (intent === null || intent.status !== "requires_action") return "none";
  const { next_action: action } = intent;
  const challengeUrl = textIn(action?.use_stripe_sdk, "stripe_js");
  if (challengeUrl !== null && new URL(challengeUrl).origin === origin) {
    await openChallenge(origin, challengeUrl);
    return "done";
  }
  const details: unknown = action === null ? null : Reflect.get(action, action.type);
  const redirectUrl = textIn(details, "url");
  if (redirectUrl !== null) return leave(redirectUrl);
  const voucherUrl = textIn(details, "hosted_voucher_url");
  if (voucherUrl !== null && new URL(voucherUrl).origin === origin) {
    await openVoucher(origin, voucherUrl);
    return "done";
  }
  return waitForApp(lookAgain);
}

const appPatienceMs = 70_000;
const lookEveryMs = 1_000;

/** The shopper approves in an app, as with BLIK: all that this page can do is look again. */
async function waitForApp(lookAgain: () => Promise<WithAction | null>): Promise<ActionEnd> {
  const end = Date.now() + appPatienceMs;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const intent = await lookAgain();
    if (intent !== null && intent.status !== "requires_action") return "done";
  }
  return "done";
}

export function leave(url: string): "left" {
  window.location.assign(url);
  return "left";
}

/** A promise for callers whose page is about to go away. */
export const never: Promise<never> = new Promise(() => undefined);

function textIn(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : null;
}
