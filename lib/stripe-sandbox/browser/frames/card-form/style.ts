import { pathIn } from "../../shared/options";

const states = { base: "", complete: ".is-complete", empty: ".is-empty", invalid: ".is-invalid" };

/**
 * The `style` option of card elements as a style sheet for their inputs. Declarations are written
 * through the browser's own parser, so a value cannot break out of its rule.
 */
export function cardStyleSheet(style: unknown): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const [state, suffix] of Object.entries(states)) {
    const variant = pathIn(style, state);
    addRule(sheet, `.InputElement${suffix}`, variant);
    for (const pseudo of ["::placeholder", ":focus", ":hover", "::selection", ":disabled"]) {
      addRule(sheet, `.InputElement${suffix}${pseudo}`, pathIn(variant, pseudo));
    }
  }
  return sheet;
}

function addRule(sheet: CSSStyleSheet, selector: string, declarations: unknown): void {
  if (typeof declarations !== "object" || declarations === null) return;
  const rule = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)];
  if (!(rule instanceof CSSStyleRule)) return;
  for (const [name, value] of Object.entries(declarations)) {
    const isText = typeof value === "string" || typeof value === "number";
    if (!isText || /url\(|image-set\(/i.test(String(value))) continue;
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    rule.style.setProperty(property, String(value));
  }
}
