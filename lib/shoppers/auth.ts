import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { longestPassword, shortestPassword } from "@/lib/auth/password-rules";
import { database, type PrismaClient } from "@/lib/db/client";
import { env } from "@/lib/env";
import { queueAccountMail } from "@/lib/mail/queue-account-mail";
import type { AccountCause } from "@/lib/mail/types";

/**
 * Shoppers' passwords and sessions: a second instance of the library beside the merchants', with tables, a
 * cookie and a life of its own, so that neither session ever opens the other's pages. Nothing of it is
 * mounted over HTTP: server actions call it in this process.
 */
function build(db: PrismaClient) {
  const { authSecret, storeUrl } = env();
  return betterAuth({
    appName: "Tender shop",
    baseURL: storeUrl,
    // Its own key: a token that one instance has signed is nothing to the other.
    secret: `shoppers ${authSecret}`,
    database: prismaAdapter(db, { provider: "postgresql" }),
    user: {
      modelName: "shopper",
      additionalFields: { locale: { type: "string", required: false, input: true } },
    },
    session: {
      modelName: "shopperSession",
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: { modelName: "shopperAccount" },
    verification: { modelName: "shopperVerification" },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      // Who registers and who has registered already get the same answer: "look into your mail".
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetSeconds,
      onExistingUserSignUp: ({ user }) => mail("account_exists", user, "/account/forgot"),
      sendResetPassword: ({ user, token }) =>
        mail("reset_password", user, `/account/reset?token=${token}`),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: verifySeconds,
      sendVerificationEmail: ({ user, token }) =>
        mail("verify_email", user, `/account/verify?token=${token}`),
    },
    advanced: {
      cookiePrefix: shopperCookiePrefix,
      useSecureCookies: storeUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
    plugins: [nextCookies()],
  });
}

const shopperCookiePrefix = "tender-shopper";
const sessionSeconds = 30 * 24 * 60 * 60;
const verifySeconds = 24 * 60 * 60;
const resetSeconds = 60 * 60;

type Recipient = { email: string; locale?: unknown };

function mail(kind: AccountCause["kind"], { email, locale }: Recipient, path: string) {
  const tag = typeof locale === "string" ? locale : "en-US";
  return queueAccountMail({ kind, email, locale: tag, url: `${env().storeUrl}${path}` });
}

type Auth = ReturnType<typeof build>;

declare global {
  var tenderShopperAuth: { db: PrismaClient; auth: Auth } | undefined;
}

/** Built at first use, because the database is opened at first use. */
export async function shopperAuth(): Promise<Auth> {
  const db = await database();
  if (globalThis.tenderShopperAuth?.db !== db) {
    globalThis.tenderShopperAuth = { db, auth: build(db) };
  }
  return globalThis.tenderShopperAuth.auth;
}
