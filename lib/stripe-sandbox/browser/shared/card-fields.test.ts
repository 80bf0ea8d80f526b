import { describe, expect, it } from "vitest";
import { brandOf } from "./card-brand";
import * as check from "./card-fields";

const now = new Date(2026, 10, 21);

describe("brandOf", () => {
  it.each([
    ["4", "visa"],
    ["51", "mastercard"],
    ["2221", "mastercard"],
    ["2720", "mastercard"],
    ["34", "amex"],
    ["37", "amex"],
    ["6011", "discover"],
    ["644", "discover"],
    ["65", "discover"],
    ["36", "diners"],
    ["305", "diners"],
    ["3528", "jcb"],
    ["62", "unionpay"],
    ["81", "unionpay"],
  ])("knows %s as %s", (digits, name) => expect(brandOf(digits).name).toBe(name));

  it.each(["", "2", "3", "5", "6", "2721", "99"])("does not guess at %j", (digits) =>
    expect(brandOf(digits).name).toBe("unknown"),
  );
});

describe("checkNumber", () => {
  it.each([
    "4242424242424242",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "6011111111111117",
    "3056930009020004",
    "36227206271667",
    "3566002020360505",
    "6200000000000005",
    "6205500000000000004",
    "4000002500003155",
  ])("takes %s", (number) => expect(check.checkNumber(number).complete).toBe(true));

  it.each([
    { number: "", problem: "incomplete_number" },
    { number: "4242", problem: "incomplete_number" },
    { number: "424242424242424", problem: "incomplete_number" },
    { number: "4242424242424241", problem: "invalid_number" },
    { number: "378282246310006", problem: "invalid_number" },
    // One of its lengths, but the check digit is wrong, and more digits may follow.
    { number: "6200000000000006", problem: "incomplete_number" },
    { number: "6205500000000000005", problem: "invalid_number" },
  ])("calls $number $problem", ({ number, problem }) =>
    expect(check.checkNumber(number)).toEqual({ complete: false, problem }),
  );
});

describe("formatNumber", () => {
  it.each([
    ["4242424242424242", "4242 4242 4242 4242"],
    ["42424", "4242 4"],
    ["378282246310005", "3782 822463 10005"],
    ["36227206271667", "3622 720627 1667"],
    ["6205500000000000004", "6205 5000 0000 0000 004"],
    ["4242 4242-4242x4242 9999", "4242 4242 4242 4242"],
    ["", ""],
  ])("writes %j as %j", (typed, written) => expect(check.formatNumber(typed)).toBe(written));
});

describe("formatExpiry", () => {
  it.each([
    ["1", "1"],
    ["4", "04 / "],
    ["12", "12 / "],
    ["123", "12 / 3"],
    ["1231", "12 / 31"],
    ["1/31", "01 / 31"],
    ["12/2031", "12 / 31"],
    ["", ""],
  ])("writes %j as %j", (typed, written) => expect(check.formatExpiry(typed)).toBe(written));
});

describe("checkExpiry", () => {
  it.each([
    { text: "11 / 26", problem: null },
    { text: "12 / 31", problem: null },
    { text: "", problem: "incomplete_expiry" },
    { text: "12 / 3", problem: "incomplete_expiry" },
    { text: "13 / 30", problem: "invalid_expiry_year" },
    { text: "00 / 30", problem: "invalid_expiry_year" },
    { text: "10 / 26", problem: "invalid_expiry_month_past" },
    { text: "12 / 25", problem: "invalid_expiry_year_past" },
    { text: "12 / 99", problem: "invalid_expiry_year" },
  ])("says $problem of $text", ({ text, problem }) =>
    expect(check.checkExpiry(text, now)).toEqual({ complete: problem === null, problem }),
  );
});

describe("the other fields", () => {
  it("wants four digits of American Express and three of the others", () => {
    expect(check.checkCvc("1234", brandOf("34")).complete).toBe(true);
    expect(check.checkCvc("123", brandOf("34")).complete).toBe(false);
    expect(check.checkCvc("123", brandOf("4")).complete).toBe(true);
  });

  it.each([
    { country: "US", code: "94103", ok: true },
    { country: "US", code: "94103-1234", ok: true },
    { country: "US", code: "9410", ok: false },
    { country: "GB", code: "WS11 1DB", ok: true },
    { country: "CA", code: "m5t1t4", ok: true },
    { country: "CA", code: "12345", ok: false },
    { country: "DE", code: "10115", ok: true },
    { country: "DE", code: " ", ok: false },
  ])("postal code $code in $country: $ok", ({ country, code, ok }) =>
    expect(check.checkPostalCode(code, country).complete).toBe(ok),
  );

  it.each([
    { iban: "AT61 1904 3002 3457 3201", problem: null },
    { iban: "DE89370400440532013000", problem: null },
    { iban: "DE89370400440532013001", problem: "invalid_iban" },
    { iban: "DE89", problem: "incomplete_iban" },
  ])("IBAN $iban: $problem", ({ iban, problem }) =>
    expect(check.checkIban(iban).problem).toBe(problem),
  );

  it.each([
    { email: "a@b.co", problem: null },
    { email: "", problem: "incomplete_field" },
    { email: "a@b", problem: "invalid_email" },
    { email: "a b@c.de", problem: "invalid_email" },
  ])("e-mail $email: $problem", ({ email, problem }) =>
    expect(check.checkEmail(email).problem).toBe(problem),
  );
});
