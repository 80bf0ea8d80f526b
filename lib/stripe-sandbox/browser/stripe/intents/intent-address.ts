import { IntegrationError } from "../integration-error";

export type IntentKind = "payment_intent" | "setup_intent";

export type IntentAddress = { kind: IntentKind; id: string; path: string };

/** Where the intent of a client secret lives: `pi_1_secret_x` → `/v1/payment_intents/pi_1`. */
export function intentAddress(clientSecret: unknown): IntentAddress {
  const [, prefix, rest] =
    (typeof clientSecret === "string" && clientSecret.match(/^(pi|seti)_(\w+?)_secret_\w+$/)) || [];
  if (prefix === undefined || rest === undefined) {
    throw new IntegrationError(
      `Invalid value for clientSecret: value should be a client secret of the form \${id}_secret_\${secret}. You specified: ${String(clientSecret).slice(0, 16)}…`,
    );
  }
  const id = `${prefix}_${rest}`;
  return prefix === "pi"
    ? { kind: "payment_intent", id, path: `/v1/payment_intents/${id}` }
    : { kind: "setup_intent", id, path: `/v1/setup_intents/${id}` };
}
