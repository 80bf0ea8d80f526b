import {
  declined,
  expired,
  genericDecline,
  insufficientFunds,
  processing,
  wrongCvc,
  type Decline,
} from "./declines";

/**
 * The test cards that Stripe publishes, with what each of them does. A card is found by its number;
 * `names` are the suffixes of its `pm_card_…` and `tok_…` fixtures.
 */
export type CardBehaviour = {
  /** Refused when it is charged. */
  decline?: Decline;
  /** Refused already when it is attached to a customer or set up. */
  refusesAttach?: boolean;
  /** Blocked by the fraud rules before the bank is asked. */
  blocked?: boolean;
  risk?: "elevated" | "highest";
  authentication?:
    | "always"
    /** Needed unless the card was set up for later use. */
    | "unless_set_up"
    /** Needed on session only: it counts as set up already. */
    | "on_session"
    | "supported"
    /** The authentication itself cannot be done. */
    | "broken"
    | "unsupported";
  checks?: { cvc?: "fail"; postal?: "fail" | "unchecked"; line1?: "fail" | "unchecked" };
  dispute?: "fraudulent" | "product_not_received" | "inquiry";
  earlyFraudWarning?: boolean;
  refund?: "pending" | "fails";
  /** The money is available at once. */
  bypassPending?: boolean;
};

export type TestCard = CardBehaviour & {
  number: string;
  brand: string;
  funding: "credit" | "debit" | "prepaid";
  country: string;
  names: string[];
};

const brands: readonly [RegExp, string][] = [
  [/^4/, "visa"],
  [/^(5[1-5]|2[2-7])/, "mastercard"],
  [/^3[47]/, "amex"],
  [/^(6011|64[4-9]|65)/, "discover"],
  [/^(30[0-5]|36|38|39)/, "diners"],
  [/^35/, "jcb"],
  [/^(62|81)/, "unionpay"],
];

function brandOf(number: string): string {
  return brands.find(([pattern]) => pattern.test(number))?.[1] ?? "unknown";
}

type Extra = Partial<Omit<TestCard, "number" | "names">>;

const card = (number: string, names: string, extra: Extra = {}): TestCard => ({
  number,
  brand: brandOf(number),
  funding: "credit",
  country: "US",
  names: names === "" ? [] : names.split(" "),
  ...extra,
});

const debit: Extra = { funding: "debit" };
const from = (country: string, extra: Extra = {}): Extra => ({ country, ...extra });

/** `visa_chargeDeclined…` and `chargeDeclined…` are both in use for the same cards. */
const both = (name: string) => `${name} visa_${name}`;

// prettier-ignore
export const testCards: readonly TestCard[] = [
  card("4242424242424242", "visa"),
  card("4000056655665556", "visa_debit", debit),
  card("5555555555554444", "mastercard"),
  card("2223003122003222", "mastercard_2series"),
  card("5200828282828210", "mastercard_debit", debit),
  card("5105105105105100", "mastercard_prepaid", { funding: "prepaid" }),
  card("378282246310005", "amex", { authentication: "unsupported" }),
  card("371449635398431", ""),
  card("6011111111111117", "discover"),
  card("6011000990139424", ""),
  card("6011981111111113", "discover_debit", debit),
  card("3056930009020004", "diners"),
  card("36227206271667", "diners_14digit"),
  card("6555900000604105", "bccard"),
  card("3566002020360505", "jcb"),
  card("6200000000000005", "unionpay", from("CN")),
  card("6200000000000047", "unionpay_debit", from("CN", debit)),
  card("6205500000000000004", "unionpay_19digit", from("CN")),
  card("4506445006931933", "", from("CA", { brand: "interac", funding: "debit" })),
  card("4000002500001001", "visa_cartesBancaires", from("FR")),
  card("5555552500001001", "mastercard_cartesBancaires", from("FR")),

  card("4000000320000021", "ar", from("AR")), card("4000000760000002", "br", from("BR")),
  card("4000001240000000", "ca", from("CA")), card("4000001520000001", "cl", from("CL")),
  card("4000001700000003", "co", from("CO")), card("4000001880000005", "cr", from("CR")),
  card("4000002180000000", "ec", from("EC")), card("4000004840008001", "mx", from("MX")),
  card("4000005910000000", "pa", from("PA")), card("4000006000000066", "py", from("PY")),
  card("4000006040000068", "pe", from("PE")), card("4000008580000003", "uy", from("UY")),
  card("4000000400000008", "at", from("AT")), card("4000000560000004", "be", from("BE")),
  card("4000001000000000", "bg", from("BG")), card("4000001120000005", "by", from("BY")),
  card("4000001910000009", "hr", from("HR")), card("4000001960000008", "cy", from("CY")),
  card("4000002030000002", "cz", from("CZ")), card("4000002080000001", "dk", from("DK")),
  card("4000002330000009", "ee", from("EE")), card("4000002460000001", "fi", from("FI")),
  card("4000002500000003", "fr", from("FR")), card("4000002760000016", "de", from("DE")),
  card("4000003000000030", "gr", from("GR")), card("4000003480000005", "hu", from("HU")),
  card("4000003720000005", "ie", from("IE")), card("4000003800000008", "it", from("IT")),
  card("4000004280000005", "lv", from("LV")), card("4000004400000000", "lt", from("LT")),
  card("4000004420000006", "lu", from("LU")), card("4000004700000007", "mt", from("MT")),
  card("4000005280000002", "nl", from("NL")), card("4000005780000007", "no", from("NO")),
  card("4000006160000005", "pl", from("PL")), card("4000006200000007", "pt", from("PT")),
  card("4000006420000001", "ro", from("RO")), card("4000007050000006", "si", from("SI")),
  card("4000007030000001", "sk", from("SK")), card("4000007240000007", "es", from("ES")),
  card("4000007520000008", "se", from("SE")), card("4000007560000009", "ch", from("CH")),
  card("4000008260000000", "gb", from("GB")), card("4000058260000005", "gb_debit", from("GB", debit)),
  card("5555558265554449", "gb_mastercard", from("GB")),
  card("4000000360000006", "au", from("AU")), card("4000001560000002", "cn", from("CN")),
  card("4000003440000004", "hk", from("HK")), card("4000003560000008", "in", from("IN")),
  card("4000003920000003", "jp", from("JP")), card("4000004580000002", "my", from("MY")),
  card("4000005540000008", "nz", from("NZ")), card("4000007020000003", "sg", from("SG")),
  card("4000001580000008", "tw", from("TW")), card("4000007640000003", "th", from("TH")),
  card("4000007840000001", "ae", from("AE")), card("4000006820000007", "sa", from("SA")),

  card("4000000000000002", both("chargeDeclined"), { decline: genericDecline }),
  card("4000000000009995", both("chargeDeclinedInsufficientFunds"), { decline: insufficientFunds }),
  card("4000000000009987", both("chargeDeclinedLostCard"), { decline: declined("lost_card", "Your card was declined.") }),
  card("4000000000009979", both("chargeDeclinedStolenCard"), { decline: declined("stolen_card", "Your card was declined.") }),
  card("4000000000000069", both("chargeDeclinedExpiredCard"), { decline: expired }),
  card("4000000000000127", both("chargeDeclinedIncorrectCvc"), { decline: wrongCvc }),
  card("4000000000000119", both("chargeDeclinedProcessingError"), { decline: processing }),
  card("4000000000006975", both("chargeDeclinedVelocityLimitExceeded"), { decline: declined("card_velocity_exceeded", "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.") }),
  card("4100000000000019", `${both("chargeDeclinedFraudulent")} radarBlock`, { decline: declined("fraudulent", "Your card was declined."), blocked: true, risk: "highest" }),
  card("4000000000000341", "chargeCustomerFail", { decline: genericDecline }),

  card("4000000000004954", "riskLevelHighest", { risk: "highest", decline: declined("fraudulent", "Your card was declined."), blocked: true }),
  card("4000000000009235", "riskLevelElevated", { risk: "elevated" }),
  card("4000000000000101", "cvcCheckFail", { checks: { cvc: "fail" } }),
  card("4000000000000036", "avsZipFail", { checks: { postal: "fail" } }),
  card("4000000000000028", "avsLine1Fail", { checks: { line1: "fail" } }),
  card("4000000000000010", "avsFail", { checks: { postal: "fail", line1: "fail" } }),
  card("4000000000000044", "avsUnchecked", { checks: { postal: "unchecked", line1: "unchecked" } }),

  card("4000000000000259", "createDispute", { dispute: "fraudulent" }),
  card("4000000000002685", "createDisputeProductNotReceived", { dispute: "product_not_received" }),
  card("4000000000001976", "createDisputeInquiry", { dispute: "inquiry" }),
  card("4000000000005423", "createIssuerFraudRecord", { earlyFraudWarning: true }),
  card("4000000000007726", "pendingRefund", { refund: "pending" }),
  card("4000000000005126", "refundFail", { refund: "fails" }),
  card("4000000000000077", "bypassPending", { bypassPending: true }),
  card("4000003720000278", "bypassPendingInternational", from("IE", { bypassPending: true })),

  card("4000002760003184", "authenticationRequired", from("DE", { authentication: "always" })),
  card("4000002500003155", "authenticationRequiredOnSetup", from("FR", { authentication: "unless_set_up" })),
  card("4000003800000446", "authenticationRequiredSetupForOffSession", from("IT", { authentication: "on_session" })),
  card("4000008260003178", "authenticationRequiredChargeDeclinedInsufficientFunds", from("GB", { authentication: "always", decline: insufficientFunds })),
  card("4000000000003220", "threeDSecure2Required", { authentication: "always" }),
  card("4000000000003063", "threeDSecureRequired", { authentication: "always" }),
  card("4000008400001629", "threeDSecureRequiredChargeDeclined", { authentication: "always", decline: genericDecline }),
  card("4000008400001280", "threeDSecureRequiredProcessingError", { authentication: "broken" }),
  card("4000000000003055", "threeDSecureOptional", { authentication: "supported" }),
  card("4000000000003097", "threeDSecureOptionalProcessingError", { authentication: "supported" }),
  card("4242424242424341", "", { authentication: "unsupported" }),
];

const byNumber = new Map(testCards.map((entry) => [entry.number, entry]));
const byName = new Map(testCards.flatMap((entry) => entry.names.map((name) => [name, entry])));

/** The card behind a number; UnionPay numbers of 13 to 19 digits all pay. */
export function cardByNumber(number: string): TestCard | null {
  const known = byNumber.get(number);
  if (known !== undefined) return known;
  return /^62\d{11,17}$/.test(number) && passesLuhn(number) ? card(number, "", from("CN")) : null;
}

/** The card behind `pm_card_visa` or `tok_visa`, or null when the id is no fixture. */
export function cardByFixture(id: string): TestCard | null {
  const name = /^(?:pm_card|tok)_(\w+)$/.exec(id)?.[1];
  if (name === undefined) return null;
  if (name === "us") return byName.get("visa") ?? null;
  return byName.get(name) ?? null;
}

export function passesLuhn(number: string): boolean {
  let sum = 0;
  [...number].toReversed().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
