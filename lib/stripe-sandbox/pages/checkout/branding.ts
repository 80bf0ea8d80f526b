import type { CheckoutPage } from "../../page-api";
import { html, type Html } from "../html";

/** A store's colours, corners and name on the checkout page, as `branding_settings` gives them. */
export function brandStyle({ session }: CheckoutPage): string {
  const brand = session.branding_settings;
  if (brand === undefined) return "";
  const { background_color, border_style, button_color, font_family } = brand;
  const radius = radii[String(border_style)] ?? "8px";
  const accent = `--accent: ${button_color}; --accent-dark: color-mix(in srgb, ${button_color} 80%, #000)`;
  const family = font_family === "default" ? "" : `body { font-family: ${fontOf(font_family)}; }`;
  return `:root { ${accent}; --radius: ${radius}; }
    ${family}
    body.checkout-body:not(.embedded) { background: linear-gradient(90deg, ${background_color} 50%, #fff 50%); }
    body:not(.embedded) .summary { background: ${background_color}; color: ${inkOn(background_color)}; }
    body:not(.embedded) .summary :is(.quiet, a, dt) { color: inherit; }
    @media (max-width: 860px) { body.checkout-body:not(.embedded) { background: #fff; } }
    .button:not(.plain) { color: ${inkOn(button_color)}; }
    .input { border-radius: min(var(--radius), 24px); }`;
}

const radii: Readonly<Record<string, string>> = {
  pill: "999px",
  rectangular: "0",
  rounded: "8px",
};

/** No fonts are loaded from anywhere: a name is used when the reader's system has it. */
function fontOf(name: string): string {
  const title = name.replaceAll("_", " ").replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const kind = name.includes("serif") || name === "lora" ? "serif" : "sans-serif";
  return `"${title}", ${kind}`;
}

/** Black or white, whichever can be read on the colour (WCAG's relative luminance). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#14161f" : "#ffffff";
}

export const shopName = ({ session, merchant }: CheckoutPage): string =>
  session.branding_settings?.display_name ?? merchant.display_name;

/** The store's logo, or its name. */
export function brandMark(page: CheckoutPage): Html {
  const brand = page.session.branding_settings;
  const name = shopName(page);
  const picture = brand?.logo?.url ?? brand?.icon?.url;
  if (picture === undefined) return html`<b>${name}</b>`;
  return html`<img class="brand" src="${picture}" alt="${name}" height="32" />`;
}
