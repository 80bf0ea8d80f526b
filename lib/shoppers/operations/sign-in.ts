import { APIError } from "better-auth/api";
import { clientAddress } from "@/lib/auth/sign-in";
import { DomainError } from "@/lib/errors";
import { countAttempt, forgetAttempts } from "@/lib/http/rate-limit";
import { shopperAuth } from "../auth";

const minutes = 60_000;
const perAddress = { attempts: 30, windowMs: 15 * minutes };
const perEmail = { attempts: 8, windowMs: 15 * minutes };
/** Mails that somebody can make us send to an address, and an address of the net can make us send. */
const mailsPerEmail = { attempts: 4, windowMs: 60 * minutes };
const mailsPerAddress = { attempts: 20, windowMs: 60 * minutes };

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
  const emailKey = `shopper:sign-in:email:${address}`;
  await countAttempt(`shopper:sign-in:ip:${clientAddress(headers)}`, perAddress);
  await countAttempt(emailKey, perEmail);
  const { api } = await shopperAuth();
  await asRefusal(() => api.signInEmail({ body: { email: address, password }, headers }));
  await forgetAttempts(emailKey);
}

export async function signOutShopper(headers: Headers): Promise<void> {
  const { api } = await shopperAuth();
  await api.signOut({ headers });
}

/**
 * Makes an account that waits for its address to be confirmed. Somebody who has one already gets a mail
 * that says so; whoever asks sees no difference.
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
): Promise<void> {
  const address = email.toLowerCase();
  await limitMails(address, headers);
  const { api } = await shopperAuth();
  const body = { name, email: address, password, locale };
  await asRefusal(() => api.signUpEmail({ body, headers }));
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

async function limitMails(address: string, headers: Headers): Promise<void> {
  await countAttempt(`shopper:mail:ip:${clientAddress(headers)}`, mailsPerAddress);
  await countAttempt(`shopper:mail:email:${address}`, mailsPerEmail);
}

/** What the library refuses, it refuses for a reason that nobody is told. */
async function asRefusal(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    throw new DomainError("forbidden", "That was refused.", {}, { cause: error });
  }
}
