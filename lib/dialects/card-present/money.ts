import { chargeStep } from "@/lib/money/charge-step";
import { fractionDigits, type Currency } from "@/lib/money/currency";
import { leastChargeMinor } from "@/lib/money/least-charge";
import { toMajor } from "@/lib/money/money";
import { RequestError } from "./errors";

/** Eight digits: what the gateway takes in one charge. */
const LARGEST_MINOR = 99_999_999;

/**
 * An amount as a caller writes it, 12.99 or "12.99", in whole minor units. A number's shortest decimal form
 * is what was written, so nothing is ever rounded: more decimals than the currency has are refused.
 *
 * @throws RequestError 400
 */
export function minorOf(amount: number | string, currency: Currency, param = "amount"): number {
  const text = String(amount).trim();
  const refuse = (why: string) => new RequestError(400, `${param}: ${why}`, { param });
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text);
  if (!match) throw refuse("must be an amount such as 12.99");
  const [, whole = "", decimals = ""] = match;
  const digits = fractionDigits(currency);
  const kept = decimals.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(decimals.slice(digits))) {
    throw refuse(`${currency} has ${digits === 0 ? "no" : digits} decimals`);
  }
  const minor = Number(whole + kept);
  if (minor > LARGEST_MINOR) throw refuse("is too large");
  return minor;
}

/** As `minorOf`, above zero. @throws RequestError 400 */
export function positiveMinorOf(amount: number | string, currency: Currency): number {
  const minor = minorOf(amount, currency);
  if (minor > 0) return minor;
  throw new RequestError(400, "amount: must be above zero", { param: "amount" });
}

/** As `positiveMinorOf`, and what a card can be charged. @throws RequestError 400 */
export function chargeMinorOf(amount: number | string, currency: Currency): number {
  const minor = positiveMinorOf(amount, currency);
  const leastMinor = leastChargeMinor(currency);
  if (minor < leastMinor) {
    const message = `amount: must be at least ${majorOf(leastMinor, currency)} ${currency}`;
    throw new RequestError(400, message, { param: "amount" });
  }
  if (minor % chargeStep(currency) === 0) return minor;
  const message = `amount: ${currency} is charged with a zero as its last decimal`;
  throw new RequestError(400, message, { param: "amount" });
}

/** The one form that amounts are answered in: "12.99", "500" for JPY, "1.500" for KWD. */
export const majorOf = (minor: number, currency: Currency): string => toMajor({ minor, currency });
