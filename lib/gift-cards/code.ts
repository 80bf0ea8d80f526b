import { createHash, randomInt } from "node:crypto";

/** Crockford's letters: nothing in it is mistaken for something else in it. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 16;

/** "7QX2-M4TD-0HZB-K93V": 80 random bits, so nobody finds one by trying. */
export function newGiftCardCode(): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return code.replace(/(.{4})(?!$)/g, "$1-");
}

/** As it is kept, however it was typed: O is read as 0, I and L as 1. Null: it cannot be a code. */
export function normalGiftCardCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return code.length === length && [...code].every((letter) => letters.includes(letter))
    ? code
    : null;
}

/** All that is kept of a code beside its last four letters. */
export function giftCardHash(normalCode: string): string {
  return createHash("sha256").update(normalCode).digest("base64url");
}
