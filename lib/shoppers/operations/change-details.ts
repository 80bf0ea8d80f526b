import { APIError } from "better-auth/api";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { countAttempt, forgetAttempts } from "@/lib/http/rate-limit";
import { shopperAuth } from "../auth";

export async function changeDetails(
  shopperId: string,
  { name, phone, locale }: { name: string; phone: string; locale: string },
): Promise<void> {
  const db = await database();
  await db.shopper.update({
    where: { id: shopperId },
    data: { name, phone: phone || null, locale },
  });
}

/**
 * Ends every other session: whoever knows the old password is out.
 * @throws DomainError forbidden when the current one is wrong, too_many_attempts
 */
export async function changeShopperPassword(
  shopperId: string,
  { current, password }: { current: string; password: string },
  headers: Headers,
): Promise<void> {
  const key = `shopper:password:${shopperId}`;
  await countAttempt(key, { attempts: 8, windowMs: 15 * 60_000 });
  const { api } = await shopperAuth();
  const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
  try {
    await api.changePassword({ body, headers });
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    throw new DomainError("forbidden", "That was refused.", {}, { cause: error });
  }
  await forgetAttempts(key);
}
