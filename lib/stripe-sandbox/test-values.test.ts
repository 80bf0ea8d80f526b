import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passesLuhn, testCards } from "./methods/test-cards";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const method = async (number: string, extra: Record<string, string> = {}) =>
  sandbox.browser("POST", "/v1/payment_methods", {
    type: "card",
    "card[number]": number,
    "card[exp_month]": "12",
    "card[exp_year]": "34",
    "card[cvc]": number.startsWith("3") ? "1234" : "123",
    ...extra,
  });

const pay = async (payment_method: string, extra: object = {}) =>
  sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    payment_method,
    confirm: true,
    return_url: "http://localhost",
    ...extra,
  });

describe("test cards", () => {
  it("are numbers that a form would take, each with fixtures of its own", () => {
    expect(testCards.filter(({ number }) => !passesLuhn(number))).toEqual([]);
    const names = testCards.flatMap((card) => card.names);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(
    testCards
      .filter(({ names }) => names.length > 0)
      .map((card) => [card.names[0] ?? "", card] as const),
  )("pm_card_%s does what the table says", async (name, card) => {
    const outcome = await pay(`pm_card_${name}`).then(
      (intent) => ({ status: intent.status, decline: undefined }),
      (error: { decline_code?: string }) => ({ status: "declined", decline: error.decline_code }),
    );
    const challenged = ["always", "unless_set_up", "on_session"].includes(
      card.authentication ?? "",
    );
    const needsShopper = challenged && card.authentication !== "on_session";
    const expected =
      card.authentication === "broken" || (card.decline && !needsShopper)
        ? "declined"
        : needsShopper || card.authentication === "on_session"
          ? "requires_action"
          : "succeeded";
    const code = card.authentication === "broken" ? "processing_error" : card.decline?.decline_code;
    expect(outcome).toEqual({
      status: expected,
      decline: expected === "declined" ? code : undefined,
    });
  });

  it.each([
    { number: "4242424242424241", code: "incorrect_number", param: "number" },
    { number: "4111111111111111", code: "card_declined", param: undefined },
  ])("$number is refused with $code", async ({ number, code, param }) => {
    const { status, body } = await method(number);
    expect(status).toBe(402);
    expect(body["error"]).toMatchObject({ type: "card_error", code });
    expect(Object(body["error"]).param).toBe(param);
  });

  it.each([
    { field: "card[exp_month]", value: "13", code: "invalid_expiry_month" },
    { field: "card[exp_year]", value: "2020", code: "invalid_expiry_year" },
    { field: "card[cvc]", value: "12", code: "invalid_cvc" },
  ])("$field=$value is refused with $code", async ({ field, value, code }) => {
    const { body } = await method("4242424242424242", { [field]: value });
    expect(body["error"]).toMatchObject({ code });
  });

  it("UnionPay numbers have 13 to 19 digits", async () => {
    for (const number of ["6205500000000000004", "6200000000000005"]) {
      const { body } = await method(number);
      expect(body).toMatchObject({ card: { brand: "unionpay", last4: number.slice(-4) } });
    }
  });

  it("a card that was set up needs no authentication off session", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create({});
    const off = { customer: customer.id, off_session: true };
    const { body } = await method("4000002500003155");
    const id = String(body["id"]);
    await stripe.paymentMethods.attach(id, { customer: customer.id });
    await expect(pay(id, off)).rejects.toMatchObject({ code: "authentication_required" });
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: id,
      confirm: true,
      return_url: "http://localhost",
    });
    expect(setup.status).toBe("requires_action");
    const page = new URL(setup.next_action?.redirect_to_url?.url ?? "");
    await sandbox.raw(page.pathname, {
      method: "POST",
      body: new URLSearchParams({ outcome: "complete" }),
      redirect: "manual",
    });
    expect((await pay(id, off)).status).toBe("succeeded");
  });

  it("a dispute can be won with evidence", async () => {
    const { stripe } = sandbox;
    const intent = await pay("pm_card_createDispute");
    const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    expect(dispute).toMatchObject({ status: "needs_response", reason: "fraudulent", amount: 2000 });
    const won = await stripe.disputes.update(dispute?.id ?? "", {
      evidence: { uncategorized_text: "winning_evidence" },
    });
    expect(won.status).toBe("won");
  });
});

describe("other methods", () => {
  const with_ = (
    type: string,
    currency: string,
    extra: object = {},
    email = "ada@example.com",
  ) => ({
    currency,
    payment_method: undefined,
    payment_method_data: { type, billing_details: { name: "Ada", email }, ...extra },
  });

  it.each([
    ["alipay", "usd"],
    ["ideal", "eur"],
    ["bancontact", "eur"],
    ["eps", "eur"],
    ["p24", "pln"],
    ["pay_by_bank", "gbp"],
  ])("%s sends the shopper to a bank's page", async (type, currency) => {
    const intent = await pay("", with_(type, currency));
    expect(intent.status).toBe("requires_action");
    const action =
      intent.next_action?.redirect_to_url ?? intent.next_action?.alipay_handle_redirect;
    const page = await sandbox.raw(new URL(action?.url ?? "").pathname);
    expect(page.status).toBe(200);
    await expect(page.text()).resolves.toContain("test payment");
  });

  it.each([
    ["boleto", "brl", { boleto: { tax_id: "00000000000" } }, "boleto_display_details"],
    ["oxxo", "mxn", {}, "oxxo_display_details"],
  ])("%s shows a voucher", async (type, currency, extra, action) => {
    const intent = await pay("", with_(type, currency, extra));
    expect(intent.next_action?.type).toBe(action);
  });

  it.each(["invalid_code", "expired_code"])("BLIK fails at once for %s@…", async (name) => {
    await expect(pay("", with_("blik", "pln", {}, `${name}@example.com`))).rejects.toMatchObject({
      statusCode: 402,
    });
  });

  it("a bad IBAN is refused by name", async () => {
    const bad = with_("sepa_debit", "eur", { sepa_debit: { iban: "XX00" } });
    await expect(pay("", bad)).rejects.toMatchObject({
      param: "payment_method_data[sepa_debit][iban]",
    });
  });
});
