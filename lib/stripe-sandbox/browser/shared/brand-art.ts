/** Small drawings of the card brands: 34 × 22, drawn here, no files to fetch. */
const plate = (fill: string, inner: string): string =>
  `<svg viewBox="0 0 34 22" width="34" height="22" focusable="false"><rect x=".5" y=".5" width="33" height="21" rx="3.5" fill="${fill}" stroke="#0000001f"/>${inner}</svg>`;

const word = (text: string, fill: string, size: number, style = ""): string =>
  `<text x="17" y="${11 + size * 0.36}" text-anchor="middle" font-family="Arial,Helvetica,sans-serif" font-weight="700" font-size="${size}" fill="${fill}" ${style}>${text}</text>`;

const art: Readonly<Record<string, string>> = {
  visa: plate("#fff", word("VISA", "#1a3fb0", 10, 'font-style="italic" letter-spacing="-.2"')),
  mastercard: plate(
    "#fff",
    '<circle cx="13.4" cy="11" r="6.2" fill="#eb001b"/><circle cx="20.6" cy="11" r="6.2" fill="#f79e1b"/><path d="M17 5.95a6.2 6.2 0 0 1 0 10.1 6.2 6.2 0 0 1 0-10.1z" fill="#ff5f00"/>',
  ),
  amex: plate("#1f72cd", word("AMEX", "#fff", 8.4)),
  discover: plate(
    "#fff",
    `<path d="M34 13v5.5a3.5 3.5 0 0 1-3.5 3.5H13c8-1 16-4 21-9z" fill="#f27712"/>${word("DISC", "#20242e", 7.4)}`,
  ),
  diners: plate(
    "#fff",
    '<circle cx="17" cy="11" r="7" fill="#0a5ba8"/><path d="M15 6.4a5 5 0 0 0 0 9.2zM19 6.4a5 5 0 0 1 0 9.2z" fill="#fff"/>',
  ),
  jcb: plate(
    "#fff",
    '<rect x="7" y="4.5" width="6" height="13" rx="2" fill="#0b6bb8"/><rect x="14" y="4.5" width="6" height="13" rx="2" fill="#c8102e"/><rect x="21" y="4.5" width="6" height="13" rx="2" fill="#1f8a44"/>',
  ),
  unionpay: plate(
    "#fff",
    '<path d="M10 4.5h6l-3 13H7z" fill="#d7182a"/><path d="M15.5 4.5h6l-3 13h-6z" fill="#00447c"/><path d="M21 4.5h6l-3 13h-6z" fill="#007b84"/>',
  ),
  unknown: plate(
    "#f3f4f7",
    '<rect x="0.5" y="5" width="33" height="4" fill="#9aa2b1"/><rect x="5" y="13" width="10" height="3" rx="1.5" fill="#c3c8d2"/>',
  ),
};

export function brandArt(name: string): string {
  return art[name] ?? art["unknown"] ?? "";
}

/** A card's back with the security code marked; on the front for American Express. */
export const cvcArt = plate(
  "#f3f4f7",
  '<rect x=".5" y="4" width="33" height="4" fill="#5b6474"/><rect x="5" y="11" width="14" height="5" rx="1" fill="#fff" stroke="#c3c8d2"/><rect x="20" y="10" width="10" height="7" rx="2" fill="none" stroke="#3c4257" stroke-width="1.4"/>',
);
