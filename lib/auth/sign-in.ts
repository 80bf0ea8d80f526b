import { APIError } from "better-auth/api";
import { DomainError } from "@/lib/errors";
import { countAttempt, forgetAttempts, giveBackAttempt } from "@/lib/http/rate-limit";
import { auth } from "./auth";

const perAddress = { attempts: 30, windowMs: 15 * 60_000 };
const perEmail = { attempts: 8, windowMs: 15 * 60_000 };

export type SignIn = { email: string; password: string };

/**
 * Opens a session; its cookie is set on the answer that is being made.
 *
 * Attempts are counted before the password is looked at, for known and unknown e-mails alike, and both
 * get the same answer after the same work: nobody learns from it who is a merchant here.
 * @throws DomainError forbidden, too_many_attempts
 */
export async function signIn({ email, password }: SignIn, headers: Headers): Promise<void> {
  const emailKey = `sign-in:email:${email.toLowerCase()}`;
  const addressKey = `sign-in:ip:${clientAddress(headers)}`;
  await countAttempt(addressKey, perAddress);
  await countAttempt(emailKey, perEmail);
  const { api } = await auth();
  try {
    await api.signInEmail({ body: { email: email.toLowerCase(), password }, headers });
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    throw new DomainError(
      "forbidden",
      "That e-mail and password do not go together.",
      {},
      {
        cause: error,
      },
    );
  }
  await Promise.all([forgetAttempts(emailKey), giveBackAttempt(addressKey)]);
}

export async function signOut(headers: Headers): Promise<void> {
  const { api } = await auth();
  await api.signOut({ headers });
}

/** The nearest proxy writes its entry at the end; what stands before it the client could have made up. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
