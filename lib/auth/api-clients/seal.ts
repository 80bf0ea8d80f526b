import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Encrypts what stands in the database and must stay a secret of whoever has the store's own. */

/** Says which secret it was without saying anything of the secret. */
export function markOfSecret(): string {
  const mark = createHmac("sha256", env().authSecret).update("signing-keys").digest();
  return mark.subarray(0, 12).toString("base64url");
}

function sealingKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().authSecret, "", "signing-keys:seal", 32));
}

const CIPHER = "aes-256-gcm";

export function seal(plain: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, sealingKey(), nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** @throws Error when it was not sealed with this store's secret, or was changed */
export function unseal(text: string): Buffer {
  const [nonce = "", tag = "", sealed = ""] = text.split(".");
  const decipher = createDecipheriv(CIPHER, sealingKey(), Buffer.from(nonce, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]);
}
