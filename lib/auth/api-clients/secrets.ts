import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Secrets are made here, of 256 random bits, so nobody can guess them however fast the hash is; the salt
 * keeps equal secrets from looking equal. A slow hash would only let strangers keep the store busy.
 */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** "<salt>.<hash>", for the database. */
export function hashSecret(secret: string, salt = randomBytes(16).toString("base64url")): string {
  const hash = createHash("sha256").update(`${salt}.${secret}`).digest("base64url");
  return `${salt}.${hash}`;
}

/** Compares in a time that tells nothing about the stored hash. */
export function secretMatches(secret: string, stored: string): boolean {
  const [salt = ""] = stored.split(".", 1);
  const given = Buffer.from(hashSecret(secret, salt));
  const known = Buffer.from(stored);
  return given.length === known.length && timingSafeEqual(given, known);
}
