import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { page, PdfPages } from "./pdf";

const style = { size: 10 };

/** What a page draws, unpacked. */
function drawn(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g)]
    .map((match) => {
      const start = (match.index ?? 0) + match[0].length;
      return inflateSync(bytes.subarray(start, start + Number(match[1]))).toString("latin1");
    })
    .join("\n");
}

describe("a receipt's file", () => {
  it.each([
    { promise: "sets Latin text in Helvetica", text: "Müller €5", hex: "4dfc6c6c6572208035" },
    { promise: "sets Japanese in the reader's own font", text: "山田", hex: "5c717530" },
    { promise: "sets narrow spaces as spaces", text: "1\u202f2\u00a03", hex: "3120322033" },
  ])("$promise", ({ text, hex }) => {
    const pdf = new PdfPages();
    pdf.text(text, 50, 50, style);
    expect(drawn(pdf.bytes("x", "en"))).toContain(`<${hex}>`);
  });

  it.each(["👩‍🚀 \ud83d", "\u0000\u202e", "مرحبا", ")(\\", ""])(
    "whatever somebody typed can be set: %j",
    (text) => {
      const pdf = new PdfPages();
      pdf.text(text, 50, 50, style, "right");
      const bytes = pdf.bytes(text, "ja");
      expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.4");
      expect(bytes.subarray(-6).toString()).toBe("%%EOF\n");
    },
  );

  it("says where each of its objects stands", () => {
    const pdf = new PdfPages();
    pdf.text("one", page.margin, 50, style);
    pdf.nextPage();
    pdf.line(10, 20, 30);
    const text = pdf.bytes("Receipt", "en").toString("latin1");
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
    expect(offsets.map((at) => /^\d+ 0 obj/.exec(text.slice(at))?.[0])).toEqual(
      offsets.map((_, i) => `${i + 1} 0 obj`),
    );
    expect(text).toContain("/Count 2");
  });
});
