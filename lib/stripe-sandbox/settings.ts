import { join } from "node:path";
import { z } from "zod";

const webhookSetting = z.strictObject({
  url: z.url(),
  secret: z.string().min(1).default("whsec_sandbox"),
  connect: z.boolean().default(false),
  enabled_events: z.array(z.string()).min(1).default(["*"]),
});

export type WebhookSetting = z.output<typeof webhookSetting>;

export type Settings = {
  port: number;
  /** The origin under which browsers reach the sandbox. */
  origin: string | null;
  /** The journal's file; null keeps everything in memory. */
  journal: string | null;
  /** Wait for the disk at each commit: survives power loss too, at the price of speed. */
  fsync: boolean;
  webhooks: WebhookSetting[];
  /** Connected accounts that exist from the start. */
  accounts: string[];
  merchant: string;
  /** Secret keys may send card numbers too, as for accounts with Stripe's raw card data APIs. */
  rawCards: boolean;
};

const environment = z.object({
  STRIPE_SANDBOX_PORT: z.coerce.number().int().min(0).max(65535).default(4010),
  STRIPE_SANDBOX_ORIGIN: z.url().optional(),
  STRIPE_SANDBOX_WEBHOOKS: z.string().default("[]"),
  STRIPE_SANDBOX_ACCOUNTS: z.string().default("acct_sandbox_connected"),
  STRIPE_SANDBOX_MERCHANT: z.string().default("Sandbox merchant"),
  STRIPE_SANDBOX_FSYNC: z.enum(["0", "1"]).default("0"),
  STRIPE_SANDBOX_RAW_CARDS: z.enum(["0", "1"]).default("0"),
  DATA_DIR: z.string().min(1).default(".data"),
});

/** Reads the settings from environment variables. Throws one clear sentence for what is wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(sentence(parsed.error));
  const values = parsed.data;
  return {
    port: values.STRIPE_SANDBOX_PORT,
    origin: values.STRIPE_SANDBOX_ORIGIN ?? null,
    journal: join(values.DATA_DIR, "sandbox", "journal.ndjson"),
    fsync: values.STRIPE_SANDBOX_FSYNC === "1",
    webhooks: readWebhooks(values.STRIPE_SANDBOX_WEBHOOKS),
    accounts: values.STRIPE_SANDBOX_ACCOUNTS.split(",").filter((id) => id.startsWith("acct_")),
    merchant: values.STRIPE_SANDBOX_MERCHANT,
    rawCards: values.STRIPE_SANDBOX_RAW_CARDS === "1",
  };
}

function readWebhooks(text: string): WebhookSetting[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error("STRIPE_SANDBOX_WEBHOOKS is not JSON.");
  }
  const parsed = z.array(webhookSetting).safeParse(value);
  if (!parsed.success) throw new Error(`STRIPE_SANDBOX_WEBHOOKS: ${sentence(parsed.error)}`);
  return parsed.data;
}

const sentence = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
