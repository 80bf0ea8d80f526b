/**
 * JSON as people write it into examples: a comma may stand before a closing bracket. Everything else
 * that is not JSON stays an error; what is inside of strings is never touched.
 * @throws SyntaxError
 */
export function parseLenientJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const repaired = withoutTrailingCommas(text);
    if (repaired === text) throw error;
    return JSON.parse(repaired);
  }
}

/**
 * A string is found even where its end is missing: looking for that end again from each of its quotes would
 * take the square of its length.
 */
const stringOrComma = /"(?:[^"\\]+|\\[^])*\\?"?|,(?=\s*[}\]])/g;

function withoutTrailingCommas(text: string): string {
  return text.replaceAll(stringOrComma, (found) => (found === "," ? "" : found));
}
