import { deflateSync } from "node:zlib";
import { encode, fontOf, runsOf, widthOf, type Weight } from "./fonts";

/**
 * As much of PDF 1.4 as a receipt needs: text, thin lines, pages. No font is embedded: Latin text uses
 * Helvetica, which every reader has; everything else is set in the Japanese font that readers know by
 * name, in UTF-16, and they take the one of their system. What that has no glyph for shows as a blank,
 * and nothing that anybody types can make the writer fail.
 */
export type TextStyle = { size: number; weight?: Weight; grey?: number };

const width = 595;
const height = 842;
export const page = { width, height, margin: 56 } as const;

export class PdfPages {
  readonly #pages: string[][] = [[]];

  /** Its baseline is `y` points from the top. `align: "right"`: `x` is where it ends. */
  text(text: string, x: number, y: number, style: TextStyle, align: "left" | "right" = "left") {
    const { size, weight = "regular", grey = 0.1 } = style;
    const start = align === "left" ? x : x - this.widthOf(text, style);
    const parts = runsOf(text).map((run) => {
      return `/${fontOf(run, weight)} ${size} Tf <${encode(run)}> Tj`;
    });
    const at = `1 0 0 1 ${start.toFixed(2)} ${(height - y).toFixed(2)} Tm`;
    this.#draw(`${grey} g BT ${at} ${parts.join(" ")} ET`);
  }

  line(x1: number, x2: number, y: number) {
    const at = (height - y).toFixed(2);
    this.#draw(`0.8 G 0.7 w ${x1} ${at} m ${x2} ${at} l S`);
  }

  nextPage() {
    this.#pages.push([]);
  }

  widthOf(text: string, { size, weight = "regular" }: TextStyle): number {
    return runsOf(text).reduce((sum, run) => sum + widthOf(run, weight) * size, 0);
  }

  #draw(operators: string) {
    this.#pages.at(-1)?.push(operators);
  }

  /** @param title and `language` stand in the document's properties, for readers and screen readers */
  bytes(title: string, language: string): Buffer {
    return assemble(this.#pages, title, language);
  }
}

const fonts = [
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [7 0 R] >>",
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 8 0 R /DW 1000 /W [1 [278] 2 230 556] >>",
  "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>",
] as const;

const utf16 = (text: string) =>
  `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;

/** Objects 1 to 8 are the catalogue, the pages, the properties and the fonts; then two for each page. */
function assemble(pages: readonly string[][], title: string, language: string): Buffer {
  const first = 4 + fonts.length;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language.replace(/[^\w-]/g, "")}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Title ${utf16(title)} >>`,
    ...fonts,
  ];
  for (const [i, operators] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 2 * i + 1} 0 R ` +
        "/Resources << /Font << /F1 4 0 R /F2 5 0 R /F3 6 0 R >> >> >>",
      stream(operators.join("\n")),
    );
  }
  return file(objects);
}

function stream(content: string): Buffer {
  const packed = deflateSync(Buffer.from(content, "latin1"));
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), packed, Buffer.from("\nendstream", "latin1")]);
}

function file(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const add = (part: string | Buffer) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(`${i + 1} 0 obj\n`);
    add(object);
    add("\nendobj\n");
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
