/**
 * How each kind of payment method moves. `immediate`: the answer comes with the call. `redirect`: the
 * shopper goes to the bank's page. `delayed`: the money is on its way for some time. `voucher`: the
 * shopper pays somewhere else within some days. `await`: the shopper approves in an app.
 */
export type MethodFlow = {
  flow: "immediate" | "redirect" | "redirect_delayed" | "delayed" | "voucher" | "await";
  currencies: readonly string[] | "any";
  /** Seconds until a delayed method settles. */
  settlesAfterS: number;
  manualCapture: boolean;
  /** Can be saved for later use. */
  reusable: boolean;
};

const THREE_MINUTES = 180;

const flow = (
  kind: MethodFlow["flow"],
  currencies: string,
  extra: Partial<MethodFlow> = {},
): MethodFlow => ({
  flow: kind,
  currencies: currencies === "any" ? "any" : currencies.split(" "),
  settlesAfterS: THREE_MINUTES,
  manualCapture: false,
  reusable: false,
  ...extra,
});

export const methodTable = {
  card: flow("immediate", "any", { manualCapture: true, reusable: true }),
  card_present: flow("immediate", "any", { manualCapture: true }),
  interac_present: flow("immediate", "cad"),
  link: flow("immediate", "usd eur gbp cad aud", { manualCapture: true, reusable: true }),
  alipay: flow("redirect", "usd eur gbp aud cad cny hkd jpy myr nzd sgd"),
  bancontact: flow("redirect", "eur"),
  eps: flow("redirect", "eur"),
  ideal: flow("redirect", "eur"),
  p24: flow("redirect", "eur pln"),
  giropay: flow("redirect", "eur"),
  klarna: flow("redirect", "usd eur gbp aud cad dkk nok sek pln chf czk nzd", {
    manualCapture: true,
  }),
  paypal: flow("redirect", "eur gbp usd chf czk dkk nok pln sek aud cad hkd nzd sgd", {
    manualCapture: true,
  }),
  pay_by_bank: flow("redirect_delayed", "gbp eur", { settlesAfterS: 5 }),
  sepa_debit: flow("delayed", "eur", { reusable: true }),
  au_becs_debit: flow("delayed", "aud", { reusable: true }),
  bacs_debit: flow("delayed", "gbp", { reusable: true }),
  us_bank_account: flow("delayed", "usd", { reusable: true }),
  acss_debit: flow("delayed", "cad usd", { reusable: true }),
  boleto: flow("voucher", "brl"),
  oxxo: flow("voucher", "mxn"),
  konbini: flow("voucher", "jpy"),
  blik: flow("await", "pln", { settlesAfterS: 5 }),
} as const satisfies Record<string, MethodFlow>;

export type MethodType = keyof typeof methodTable;

export const methodTypes = Object.keys(methodTable).filter(isMethodType);

export function isMethodType(type: string): type is MethodType {
  return type in methodTable;
}

/** What the account has switched on: shown to shoppers when the integration names no methods. */
const switchedOn: readonly MethodType[] = [
  "card",
  "alipay",
  "bancontact",
  "eps",
  "ideal",
  "p24",
  "sepa_debit",
  "au_becs_debit",
  "us_bank_account",
  "pay_by_bank",
  "boleto",
  "oxxo",
  "blik",
];

type Choice = {
  currency: string;
  manualCapture: boolean;
  allowed?: readonly string[] | null | undefined;
  excluded?: readonly string[] | null | undefined;
  allowRedirects?: boolean;
  reusable?: boolean;
};

/** The payment method types that an intent or session offers. */
export function offeredTypes(choice: Choice): MethodType[] {
  const candidates = choice.allowed?.filter(isMethodType) ?? switchedOn;
  return candidates.filter((type) => {
    const method: MethodFlow = methodTable[type];
    if (choice.excluded?.includes(type) === true) return false;
    if (method.currencies !== "any" && !method.currencies.includes(choice.currency)) return false;
    if (choice.manualCapture && !method.manualCapture) return false;
    if (choice.reusable === true && !method.reusable) return false;
    const redirects = method.flow === "redirect" || method.flow === "redirect_delayed";
    return choice.allowRedirects !== false || !redirects;
  });
}
