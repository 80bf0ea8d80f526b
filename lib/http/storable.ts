/**
 * What JSON may hold and a database may not: the character U+0000, which PostgreSQL keeps in no text, and
 * halves of characters, which no UTF-8 has. Whoever reads a request asks here first; a question that gets
 * as far as the database would be answered as a fault of ours.
 */
export function isStorableText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Deeper than this nobody means it, and what walks through it by calling itself would run out of stack. */
export const maxJsonDepth = 64;

/** Of a value that JSON made: its names and texts can be kept, and it is not nested too deeply. */
export function isStorableJson(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxJsonDepth) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === "string" && !isStorableText(one)) return false;
      if (typeof one !== "object" || one === null) continue;
      if (!Array.isArray(one) && !Object.keys(one).every(isStorableText)) return false;
      // Not spread into a call: a list may be longer than a call takes arguments.
      for (const inner of Object.values(one)) next.push(inner);
    }
    level = next;
  }
  return true;
}

/** An address whose path and question say nothing that no database keeps, in no spelling. */
export function isStorableUrl(url: string): boolean {
  return !/%00|%ed%[ab]/i.test(url);
}
