import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { given, readOrigin, readPort, type Source } from "./env/read";
import { readConnect, readStripe, type ConnectConfig, type StripeConfig } from "./env/stripe";

/**
 * The settings of the store, read once from the environment. Optional groups of variables become
 * unions, so the rest of the code asks "which mode" and never "is this defined".
 */
export type Env = {
  port: number;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | null;
  /** The public origin, without a slash at its end. */
  storeUrl: string;
  /** How many proxies of ours stand before the store; null: one, where the next hop is in our own network. */
  trustedProxies: number | null;
  stripe: StripeConfig;
  connect: ConnectConfig | null;
  mail: { smtpUrl: string; from: string } | null;
  mailFrom: string;
  authSecret: string;
  /** Demo logins exist only in sandbox mode on a localhost address. */
  demo: boolean;
  /** Pages are being built: there is no database, and none may be made. */
  building: boolean;
};

/** The environment cannot be used. Each problem is one sentence for the person who starts the store. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

function readDatabaseUrl(source: Source, problems: string[]): string | null {
  const value = given(source, "DATABASE_URL");
  if (value === null) return null;
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    problems.push("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
  }
  return value;
}

function readTrustedProxies(source: Source, problems: string[]): number | null {
  const value = given(source, "TRUSTED_PROXIES");
  if (value === null) return null;
  const parsed = z.coerce.number().int().min(0).max(10).safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push(`TRUSTED_PROXIES must be a number of proxies from 0 to 10, not "${value}".`);
  return null;
}

/** One machine can make its own secret; many machines must be given the same one. */
function readAuthSecret(source: Source, env: Pick<Env, "dataDir" | "databaseUrl">): string | null {
  const value = given(source, "AUTH_SECRET");
  if (value !== null) return value;
  if (env.databaseUrl !== null) return null;
  const file = resolve(env.dataDir, "auth-secret");
  try {
    return readFileSync(file, "utf8");
  } catch {
    const secret = randomBytes(32).toString("base64url");
    mkdirSync(env.dataDir, { recursive: true });
    try {
      // "wx": of two programs that start at once, one writes and the other reads.
      writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
      return secret;
    } catch {
      return readFileSync(file, "utf8");
    }
  }
}

function isLocal(origin: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
}

/** @throws SettingsError that lists every problem. */
export function readEnv(source: Source): Env {
  const problems: string[] = [];
  const ownPort = readPort(source, "PORT", 3000, problems);
  const dataDir = resolve(/* turbopackIgnore: true */ given(source, "DATA_DIR") ?? ".data");
  const databaseUrl = readDatabaseUrl(source, problems);
  const storeUrl = readOrigin(source, "STORE_URL", problems) ?? `http://localhost:${ownPort}`;
  const stripe = readStripe(source, problems);
  const connect = readConnect(source, stripe.mode, problems);
  const trustedProxies = readTrustedProxies(source, problems);
  const smtpUrl = given(source, "SMTP_URL");
  const mailFrom = given(source, "MAIL_FROM") ?? "Tender <shop@tender.test>";
  if (smtpUrl !== null && !/^smtps?:\/\//.test(smtpUrl)) {
    problems.push("SMTP_URL must look like smtp://user:password@host:587.");
  }
  const building = source["NEXT_PHASE"] === "phase-production-build";
  // A build signs nothing, and a secret must not end up in what it makes.
  const authSecret = building ? "-".repeat(32) : readAuthSecret(source, { dataDir, databaseUrl });
  if (authSecret === null) {
    problems.push("AUTH_SECRET must be set when DATABASE_URL is: every process needs the same.");
  } else if (authSecret.length < 32) {
    problems.push("AUTH_SECRET must have at least 32 characters.");
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    port: ownPort,
    dataDir,
    databaseUrl,
    storeUrl,
    trustedProxies,
    stripe,
    connect,
    mail: smtpUrl === null ? null : { smtpUrl, from: mailFrom },
    mailFrom,
    authSecret: authSecret ?? "",
    demo: stripe.mode === "sandbox" && isLocal(storeUrl),
    building,
  };
}

declare global {
  var tenderEnv: Env | undefined;
}

/** The settings of this process. Kept on `globalThis`: bundles of one process share it. */
export function env(): Env {
  globalThis.tenderEnv ??= readEnv(process.env);
  return globalThis.tenderEnv;
}
