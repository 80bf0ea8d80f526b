import { APIError } from "better-auth/api";
import { clientAddress } from "@/lib/auth/sign-in";
import { DomainError } from "@/lib/errors";
import { countAttempt, forgetAttempts, giveBackAttempt } from "@/lib/http/rate-limit";
import { shopperAuth } from "../auth";

const minutes = 60_000;
const perAddress = { attempts: 30, windowMs: 15 * minutes };
const perEmail = { attempts: 8, windowMs: 15 * minutes };
/** Mails that somebody can make us send to an address, and an address of the net can make us send. */
const mailsPerEmail = { attempts: 4, windowMs: 60 * minutes };
const mailsPerAddress = { attempts: 60, windowMs: 60 * minutes };

/**
 * Attempts are counted before the password is looked at, and an unknown address gets the same answer
 * after the same work. An address that is not confirmed yet gets that answer too.
 * @throws DomainError forbidden, too_many_attempts
 */
export async function signInShopper(
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<void> {
  const address = email.toLowerCase();
  const attempt = await countSignIn(address, clientAddress(headers));
  const { api } = await shopperAuth();
  await asRefusal(() => api.signInEmail({ body: { email: address, password }, headers }));
  await attempt.succeeded();
}

/** One more attempt, which does not count when it `succeeded`. `from` null: a program of the shop's own. */
async function countSignIn(
  email: string,
  from: string | null,
): Promise<{ succeeded(): Promise<void> }> {
  const emailKey = `shopper:sign-in:email:${email}`;
  const addressKey = `shopper:sign-in:ip:${from}`;
  if (from !== null) await countAttempt(addressKey, perAddress);
  await countAttempt(emailKey, perEmail);
  return {
    async succeeded() {
      await forgetAttempts(emailKey);
      if (from !== null) await giveBackAttempt(addressKey);
    },
  };
}

export type ShopperToken = { token: string; shopperId: string; expiresAt: Date };

/**
 * A session for a program, which keeps a token instead of a cookie: it ends after a day, and opens no page.
 * The address need not be confirmed: a token shows what the account itself has, and nothing of an address.
 * @param from the address on the net that is counted; null for a program of the shop's own
 * @throws DomainError forbidden, too_many_attempts
 */
export async function signInShopperForToken(
  { email, password }: { email: string; password: string },
  from: string | null,
): Promise<ShopperToken> {
  const address = email.toLowerCase();
  const attempt = await countSignIn(address, from);
  const { $context } = await shopperAuth();
  const { internalAdapter, password: passwords } = await $context;
  const found = await internalAdapter.findUserByEmail(address, { includeAccounts: true });
  const hash = found?.accounts.find(({ providerId }) => providerId === "credential")?.password;
  // Whoever is unknown costs the same work.
  const fits = hash
    ? await passwords.verify({ hash, password })
    : await passwords.hash(password).then(() => false);
  if (!found || !fits)
    throw new DomainError("forbidden", "That e-mail address and password do not go together.");
  const session = await openShopperSession(found.user.id);
  await attempt.succeeded();
  return session;
}

/** For somebody who has shown who they are: it ends after a day. */
export async function openShopperSession(shopperId: string): Promise<ShopperToken> {
  const { $context } = await shopperAuth();
  const { internalAdapter } = await $context;
  const { token, expiresAt } = await internalAdapter.createSession(shopperId, true);
  return { token, shopperId, expiresAt };
}

export async function signOutShopper(headers: Headers): Promise<void> {
  const { api } = await shopperAuth();
  await api.signOut({ headers });
}

/**
 * Makes an account that waits for its address to be confirmed. Somebody who has one already gets a mail
 * that says so; whoever asks sees no difference, except that the id leads nowhere.
 * @param byProgram a program of the shop's own asks, for many people from one address on the net
 * @throws DomainError too_many_attempts, forbidden
 */
export async function registerShopper(
  {
    name,
    email,
    password,
    locale,
  }: { name: string; email: string; password: string; locale: string },
  headers: Headers,
  { byProgram = false } = {},
): Promise<{ id: string }> {
  const address = email.toLowerCase();
  await limitMails(address, byProgram ? null : headers);
  const { api } = await shopperAuth();
  const body = { name, email: address, password, locale };
  const { user } = await asRefusal(() => api.signUpEmail({ body, headers }));
  return { id: user.id };
}

/** @throws DomainError too_many_attempts */
export async function requestNewPassword(email: string, headers: Headers): Promise<void> {
  const address = email.toLowerCase();
  await limitMails(address, headers);
  const { api } = await shopperAuth();
  await asRefusal(() => api.requestPasswordReset({ body: { email: address }, headers }));
}

/** @throws DomainError forbidden when the link was used or is over, too_many_attempts */
export async function resetShopperPassword(
  { token, password }: { token: string; password: string },
  headers: Headers,
): Promise<void> {
  await countAttempt(`shopper:reset:ip:${clientAddress(headers)}`, perAddress);
  const { api } = await shopperAuth();
  await asRefusal(() => api.resetPassword({ body: { token, newPassword: password }, headers }));
}

/** Confirms the address and signs in. @throws DomainError forbidden, too_many_attempts */
export async function verifyShopperEmail(token: string, headers: Headers): Promise<void> {
  await countAttempt(`shopper:verify:ip:${clientAddress(headers)}`, perAddress);
  const { api } = await shopperAuth();
  await asRefusal(() => api.verifyEmail({ query: { token }, headers }));
}

async function limitMails(address: string, headers: Headers | null): Promise<void> {
  if (headers !== null) {
    await countAttempt(`shopper:mail:ip:${clientAddress(headers)}`, mailsPerAddress);
  }
  await countAttempt(`shopper:mail:email:${address}`, mailsPerEmail);
}

/** What the library refuses, it refuses for a reason that nobody is told. */
async function asRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    throw new DomainError("forbidden", "That was refused.", {}, { cause: error });
  }
}
