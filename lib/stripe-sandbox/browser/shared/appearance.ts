import type { Appearance } from "@stripe/stripe-js";

type Variables = Record<string, string>;

const systemFont =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const stripeTheme: Variables = {
  fontFamily: systemFont,
  fontSizeBase: "16px",
  fontSizeSm: "14px",
  fontSizeXs: "12px",
  fontLineHeight: "1.4",
  fontWeightNormal: "400",
  fontWeightMedium: "500",
  spacingUnit: "4px",
  borderRadius: "6px",
  colorPrimary: "#5146e5",
  colorBackground: "#ffffff",
  colorText: "#1a1f36",
  colorTextSecondary: "#5b6478",
  colorTextPlaceholder: "#717a8c",
  colorDanger: "#c0123c",
  colorSuccess: "#0b7a43",
  colorBorder: "#d5d9e2",
  inputShadow: "0 1px 1px rgba(10, 20, 40, .04), 0 2px 6px rgba(10, 20, 40, .03)",
};

const themes: Record<NonNullable<Appearance["theme"]>, Variables> = {
  stripe: stripeTheme,
  night: {
    ...stripeTheme,
    colorPrimary: "#85d996",
    colorBackground: "#30313d",
    colorText: "#ffffff",
    colorTextSecondary: "#b6bac4",
    colorTextPlaceholder: "#a3a8b4",
    colorDanger: "#fe87a1",
    colorBorder: "#53555f",
    inputShadow: "0 2px 4px rgba(0, 0, 0, .4)",
  },
  flat: {
    ...stripeTheme,
    colorBackground: "#f1f3f6",
    colorBorder: "transparent",
    inputShadow: "none",
  },
};

/** Variables of the appearance API that have another name in the frames' style sheet. */
const aliases: Readonly<Record<string, string>> = {
  spacingGridRow: "gridRowSpacing",
  spacingGridColumn: "gridColumnSpacing",
  spacingTab: "tabSpacing",
};

/**
 * The custom properties that an appearance stands for. The frame's style sheet is written in terms
 * of these; what an appearance leaves out comes from its theme.
 */
export function appearanceVariables(appearance: Appearance): Variables {
  const own: Variables = {};
  for (const [name, value] of Object.entries(appearance.variables ?? {})) {
    if (typeof value === "string" && isHarmless(value)) own[aliases[name] ?? name] = value;
  }
  return { ...themes[appearance.theme ?? "stripe"], ...own };
}

/**
 * `rules` as style sheet rules, one string each. A selector has to begin with one of the documented
 * class names, so that a rule cannot reach the frame's own machinery.
 */
export function appearanceRules(appearance: Appearance): string[] {
  return Object.entries(appearance.rules ?? {}).flatMap(([selector, declarations]) => {
    if (!/^\.[A-Z][\w-]*[\w\-.: ]*$/.test(selector)) return [];
    const body = Object.entries(declarations)
      .filter(([, value]) => isHarmless(value))
      .map(([name, value]) => `${kebab(name)}: ${value}`);
    return [`${selector} { ${body.join("; ")} }`];
  });
}

/** No `url()`: a style could otherwise tell a foreign host what is on the form. */
function isHarmless(value: string): boolean {
  return !/[{}<;]|url\(|image-set\(|expression\(/i.test(value);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Puts variables and rules on a document; called again whenever the appearance changes. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  root.removeAttribute("style");
  for (const [name, value] of Object.entries(appearanceVariables(appearance))) {
    root.style.setProperty(`--${name}`, value);
  }
  root.dataset.labels = appearance.labels ?? "above";
  root.dataset.inputs = appearance.inputs ?? "spaced";
  document.getElementById("appearance-rules")?.remove();
  const style = document.createElement("style");
  style.id = "appearance-rules";
  style.textContent = appearanceRules(appearance).join("\n");
  document.head.append(style);
}
