import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { database, type PrismaClient } from "@/lib/db/client";
import { env } from "@/lib/env";
import { longestPassword, shortestPassword } from "./password-rules";

/**
 * Merchants' passwords and sessions are kept by better-auth. None of its HTTP endpoints is mounted: our
 * own server actions call it in this process, so nobody can sign up, or try passwords past our rate
 * limit, over HTTP.
 */
function build(db: PrismaClient) {
  const { authSecret, storeUrl } = env();
  return betterAuth({
    appName: "Tender",
    baseURL: storeUrl,
    secret: authSecret,
    database: prismaAdapter(db, { provider: "postgresql" }),
    user: { modelName: "merchant" },
    session: {
      modelName: "merchantSession",
      expiresIn: sessionSeconds,
      // A page cannot set cookies while it renders, so a session is not prolonged: it ends.
      disableSessionRefresh: true,
    },
    account: { modelName: "merchantAccount" },
    verification: { modelName: "merchantVerification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    advanced: {
      cookiePrefix: "tender",
      useSecureCookies: storeUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
    plugins: [nextCookies()],
  });
}

const sessionSeconds = 7 * 24 * 60 * 60;

type Auth = ReturnType<typeof build>;

declare global {
  var tenderAuth: { db: PrismaClient; auth: Auth } | undefined;
}

/** Built at first use, because the database is opened at first use. */
export async function auth(): Promise<Auth> {
  const db = await database();
  if (globalThis.tenderAuth?.db !== db) globalThis.tenderAuth = { db, auth: build(db) };
  return globalThis.tenderAuth.auth;
}
