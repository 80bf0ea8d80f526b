import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { registerShopper, verifyShopperEmail } from "@/lib/shoppers/operations/sign-in";

export const password = "a long pass phrase";
export const newEmail = () => `${newToken().toLowerCase()}@example.com`;
/** Each from an address of its own, so that no test uses up another one's attempts. */
export const from = () => new Headers({ "x-forwarded-for": newToken() });

/** Oldest first. */
export async function mailsTo(recipient: string) {
  const db = await database();
  return db.mail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });
}

/** That of the link in a mail; "" where there is none. */
export const tokenIn = (text: string | undefined): string =>
  /token=([\w.-]+)/.exec(text ?? "")?.[1] ?? "";

/** Somebody with an account, who has confirmed their address by mail. */
export async function newShopper({ verified = true } = {}) {
  const email = newEmail();
  await registerShopper({ name: "Sam Shopper", email, password, locale: "de-DE" }, from());
  const [mail] = await mailsTo(email);
  if (verified) await verifyShopperEmail(tokenIn(mail?.text), from());
  const db = await database();
  return db.shopper.findUniqueOrThrow({ where: { email } });
}
