/** Payment methods besides cards: what their forms ask for, and what the shopper will meet next. */
export type MethodField =
  | "name"
  | "email"
  | "iban"
  | "bsb"
  | "account"
  | "routing"
  | "sortCode"
  | "blik"
  | "taxId"
  | "line1"
  | "city"
  | "state"
  | "postalCode";

export type MethodKind = "redirect" | "debit" | "voucher" | "code";

export type MethodSpec = {
  type: string;
  label: string;
  kind: MethodKind;
  /** Two or three letters and a colour stand for a logo. */
  mark: { text: string; fill: string; ink: string };
  fields: readonly MethodField[];
};

const redirect = (
  type: string,
  label: string,
  text: string,
  fill: string,
  fields: readonly MethodField[] = [],
): MethodSpec => ({ type, label, kind: "redirect", mark: { text, fill, ink: "#fff" }, fields });

const debit = (type: string, label: string, fields: readonly MethodField[]): MethodSpec => ({
  type,
  label,
  kind: "debit",
  mark: { text: "⌂", fill: "#e6e9f0", ink: "#3c4257" },
  fields,
});

const voucher = (
  type: string,
  label: string,
  text: string,
  fill: string,
  fields: readonly MethodField[],
): MethodSpec => ({ type, label, kind: "voucher", mark: { text, fill, ink: "#fff" }, fields });

const postal = ["line1", "city", "state", "postalCode"] as const;

const specs: readonly MethodSpec[] = [
  redirect("alipay", "Alipay", "A", "#1677ff"),
  redirect("amazon_pay", "Amazon Pay", "a", "#232f3e"),
  redirect("bancontact", "Bancontact", "B", "#1e3764", ["name"]),
  redirect("cashapp", "Cash App Pay", "$", "#00a63c"),
  redirect("eps", "EPS", "eps", "#a2165c", ["name"]),
  redirect("giropay", "giropay", "g", "#003a7d", ["name"]),
  redirect("ideal", "iDEAL", "iD", "#b9005b"),
  redirect("klarna", "Klarna", "K", "#17120f", ["email"]),
  redirect("link", "Link", "L", "#0a6b45", ["email"]),
  redirect("mobilepay", "MobilePay", "M", "#3a4bd8"),
  redirect("p24", "Przelewy24", "P24", "#c1121f", ["name", "email"]),
  redirect("pay_by_bank", "Pay by Bank", "⌂", "#2a3f8f"),
  redirect("paypal", "PayPal", "P", "#003087"),
  redirect("revolut_pay", "Revolut Pay", "R", "#191c1f"),
  redirect("sofort", "Sofort", "S", "#a3355a"),
  redirect("swish", "Swish", "S", "#4a7d1f"),
  redirect("twint", "TWINT", "T", "#262626"),
  redirect("wechat_pay", "WeChat Pay", "W", "#08783a"),
  debit("au_becs_debit", "BECS Direct Debit", ["name", "email", "bsb", "account"]),
  debit("bacs_debit", "Bacs Direct Debit", ["name", "email", "sortCode", "account", ...postal]),
  debit("sepa_debit", "SEPA Direct Debit", ["name", "email", "iban"]),
  debit("us_bank_account", "US bank account", ["name", "email", "routing", "account"]),
  voucher("boleto", "Boleto", "B", "#1f2937", ["taxId", "name", "email", ...postal]),
  voucher("konbini", "Konbini", "K", "#b3261e", ["name", "email"]),
  voucher("multibanco", "Multibanco", "MB", "#1b4f9c", ["email"]),
  voucher("oxxo", "OXXO", "OXO", "#c1121f", ["name", "email"]),
  {
    type: "blik",
    label: "BLIK",
    kind: "code",
    mark: { text: "blik", fill: "#111", ink: "#fff" },
    fields: ["email", "blik"],
  },
];

export function methodSpec(type: string): MethodSpec | null {
  return specs.find((spec) => spec.type === type) ?? null;
}

export function methodLabel(type: string): string {
  return type === "card" ? "Card" : (methodSpec(type)?.label ?? type);
}

export function methodArt(type: string): string {
  const mark = methodSpec(type)?.mark;
  if (mark === undefined) {
    return '<svg viewBox="0 0 24 16" width="24" height="16" focusable="false"><rect x=".5" y=".5" width="23" height="15" rx="2.5" fill="none" stroke="currentColor"/><rect x="0" y="3.5" width="24" height="3" fill="currentColor"/><rect x="3" y="10" width="6" height="2" rx="1" fill="currentColor"/></svg>';
  }
  const size = mark.text.length > 2 ? 7.5 : 10;
  return `<svg viewBox="0 0 24 16" width="24" height="16" focusable="false"><rect width="24" height="16" rx="3" fill="${mark.fill}"/><text x="12" y="${8 + size * 0.36}" text-anchor="middle" font-family="Arial,Helvetica,sans-serif" font-weight="700" font-size="${size}" fill="${mark.ink}">${mark.text}</text></svg>`;
}
