export type Weight = "regular" | "bold";

/** A piece of text that one font can set. */
export type Run = { text: string; isLatin: boolean };

/** Widths of Helvetica from space to tilde, in thousandths of the size, as Adobe published them. */
// prettier-ignore
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** What WinAnsi has beyond Latin-1, by its code there. */
const beyond = new Map<string, number>([
  ["€", 0x80],
  ["‚", 0x82],
  ["„", 0x84],
  ["…", 0x85],
  ["‘", 0x91],
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["•", 0x95],
  ["–", 0x96],
  ["—", 0x97],
  ["œ", 0x9c],
  ["Œ", 0x8c],
  ["Š", 0x8a],
  ["š", 0x9a],
  ["Ž", 0x8e],
  ["ž", 0x9e],
  ["Ÿ", 0x9f],
]);

/** Spaces of other widths, and the minus of mathematics, are set as the plain ones. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u2000-\u200a\u202f\u205f\u00a0\s]/g, " ")
    .replaceAll("−", "-")
    // Control signs, marks of direction, and halves of pairs that stand alone.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");

function winAnsi(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff)) return code;
  return beyond.get(char) ?? null;
}

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const char of plain(text)) {
    const isLatin = winAnsi(char) !== null;
    const last = runs.at(-1);
    if (last?.isLatin === isLatin) last.text += char;
    else runs.push({ text: char, isLatin });
  }
  return runs;
}

export function fontOf({ isLatin }: Run, weight: Weight): string {
  return isLatin ? (weight === "bold" ? "F2" : "F1") : "F3";
}

/** The text as hexadecimal digits in its font's encoding. */
export function encode({ text, isLatin }: Run): string {
  if (!isLatin) return Buffer.from(text, "utf16le").swap16().toString("hex");
  return Buffer.from([...text].map((char) => winAnsi(char) ?? 0x20)).toString("hex");
}

/** In parts of the size. Bold is a little wider; digits, which are what is aligned, are not. */
export function widthOf({ text, isLatin }: Run, weight: Weight): number {
  if (!isLatin) return [...text].length;
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const letter = regular[code - 0x20] ?? 556;
    sum += weight === "bold" && /[a-z]/i.test(char) ? letter * 1.06 : letter;
  }
  return sum / 1000;
}
