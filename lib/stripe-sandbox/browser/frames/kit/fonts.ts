import type { FrameFont } from "../../shared/protocol";

/** Loads the store's fonts into the frame; style sheets by link, single faces by the font API. */
export function applyFonts(fonts: readonly FrameFont[]): void {
  for (const { cssSrc, family, src, weight, style } of fonts) {
    if (cssSrc !== undefined && /^https?:\/\//.test(cssSrc)) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = cssSrc;
      document.head.append(link);
    } else if (family !== undefined && src !== undefined) {
      const face = new FontFace(family, src, { weight, style });
      document.fonts.add(face);
      face.load().catch(() => document.fonts.delete(face));
    }
  }
}
