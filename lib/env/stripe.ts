import { given, readOrigin, readPort, type Source } from "./read";

export type StripeConfig =
  | { mode: "stripe"; secretKey: string; publishableKey: string; webhookSecret: string }
  | {
      mode: "sandbox";
      url: string;
      /** False when a sandbox that already runs elsewhere is used. */
      startedHere: boolean;
      port: number;
      secretKey: string;
      publishableKey: string;
      webhookSecret: string;
    };

/** A connected account, whose own events are signed with a secret of their own. */
export type ConnectConfig = { account: string; webhookSecret: string };

const stripeKeys = [
  ["STRIPE_SECRET_KEY", /^(sk|rk)_(test|live)_/, "sk_test_… or sk_live_…"],
  ["STRIPE_PUBLISHABLE_KEY", /^pk_(test|live)_/, "pk_test_… or pk_live_…"],
  ["STRIPE_WEBHOOK_SECRET", /^whsec_/, "whsec_…"],
] as const;

/** No key at all means the sandbox. Some keys but not all is a mistake, and stops the start. */
export function readStripe(source: Source, problems: string[]): StripeConfig {
  const sandboxPort = readPort(source, "STRIPE_SANDBOX_PORT", 4010, problems);
  const sandboxUrl = readOrigin(source, "STRIPE_SANDBOX_URL", problems);
  const missing = stripeKeys.filter(([name]) => given(source, name) === null);
  if (missing.length === stripeKeys.length) {
    return {
      mode: "sandbox",
      url: sandboxUrl ?? `http://localhost:${sandboxPort}`,
      startedHere: sandboxUrl === null,
      port: sandboxPort,
      secretKey: "sk_test_sandbox",
      publishableKey: "pk_test_sandbox",
      webhookSecret: "whsec_sandbox",
    };
  }
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(", ");
    problems.push(
      `Some Stripe keys are set and others are missing (${names}): set all three, or none.`,
    );
  }
  for (const [name, form, example] of stripeKeys) {
    const value = given(source, name);
    if (value !== null && !form.test(value)) problems.push(`${name} must look like ${example}.`);
  }
  const [secretKey, publishableKey, webhookSecret] = stripeKeys.map(
    ([name]) => given(source, name) ?? "",
  );
  return {
    mode: "stripe",
    secretKey: secretKey ?? "",
    publishableKey: publishableKey ?? "",
    webhookSecret: webhookSecret ?? "",
  };
}

export function readConnect(
  source: Source,
  mode: StripeConfig["mode"],
  problems: string[],
): ConnectConfig | null {
  const account = given(source, "STRIPE_CONNECT_ACCOUNT");
  const webhookSecret = given(source, "STRIPE_CONNECT_WEBHOOK_SECRET");
  if (account === null && webhookSecret === null) {
    // The sandbox knows every account that it is asked about, so Connect can be tried at once.
    if (mode === "stripe") return null;
    return { account: "acct_sandbox_connected", webhookSecret: "whsec_sandbox_connect" };
  }
  if (account === null || webhookSecret === null || !account.startsWith("acct_")) {
    problems.push(
      "Set both STRIPE_CONNECT_ACCOUNT (acct_…) and STRIPE_CONNECT_WEBHOOK_SECRET, or neither.",
    );
    return null;
  }
  return { account, webhookSecret };
}
