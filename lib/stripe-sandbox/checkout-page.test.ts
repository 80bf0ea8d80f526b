import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "./testing";

/** What a store may say about its hosted page: language, colours, words, taxes, a way back. */
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

const line = { currency: "eur", unit_amount: 2000, product_data: { name: "Mug" } };

const session = (extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://localhost/done",
    line_items: [{ quantity: 2, price_data: line }],
    ...extra,
  });

async function shown(url: string | null, headers: Record<string, string> = {}): Promise<string> {
  const { pathname } = new URL(url ?? "");
  const answer = await sandbox.raw(pathname, { headers });
  return answer.text();
}

const card = {
  email: "ada@example.com",
  method: "card",
  number: "4242424242424242",
  expiry: "12 / 39",
  cvc: "123",
  country: "DE",
};

/** The page that comes of pressing the button, without any script. */
async function submitted(url: string | null, form: Record<string, string>): Promise<string> {
  const { pathname } = new URL(url ?? "");
  const body = new URLSearchParams({ ...form, action: "pay" });
  const answer = await sandbox.raw(pathname, { method: "POST", body, redirect: "manual" });
  return answer.text();
}

const confirm = (id: string, method = "pm_card_visa") =>
  sandbox.browser("POST", `/v1/payment_pages/${id}/confirm`, {
    payment_method: method,
    hosted: "true",
  });

const change = (id: string, form: Record<string, string>) =>
  sandbox.browser("POST", `/v1/payment_pages/${id}`, form);

describe("the hosted page", () => {
  it.each([
    ["de", "Zwischensumme", "40,00\u00a0€ bezahlen"],
    ["fr", "Sous-total", "Payer 40,00\u00a0€"],
    ["es", "Subtotal", "Pagar 40,00\u00a0€"],
    ["ja", "小計", "€40.00 を支払う"],
    ["en", "Subtotal", "Pay €40.00"],
  ] as const)("speaks %s", async (locale, subtotal, pay) => {
    const { url } = await session({ locale });
    const html = await shown(url);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(subtotal);
    expect(html).toContain(pay);
  });

  it("speaks the browser's language when the store leaves it open", async () => {
    const { url } = await session();
    const html = await shown(url, { "accept-language": "pt-BR,fr-CA;q=0.8,en;q=0.5" });
    expect(html).toContain('<html lang="fr-CA">');
  });

  it.each([
    ["de", "Ihre Karte wurde abgelehnt.", "Wird verarbeitet …"],
    ["en", "Your card was declined.", "Processing…"],
  ] as const)("tells a refusal in the shopper's language: %s", async (locale, refusal, waiting) => {
    const { url } = await session({ locale });
    const html = await submitted(url, { ...card, number: "4000000000000002" });
    expect(html).toContain(refusal);
    expect(html).toContain(waiting);
    // It is still told when the page is opened again.
    expect(await shown(url)).toContain(refusal);
  });

  it("asks a business for its tax id, and keeps it with the order", async () => {
    const asked = { enabled: true, required: "if_supported" } as const;
    const { id, url } = await session({ tax_id_collection: asked, locale: "de" });
    const filled = { ...card, business_name: "Mugs AG", tax_id_type: "eu_vat" };
    expect(await submitted(url, { ...filled, tax_id: "" })).toContain("Feld ist unvollständig");
    expect(await submitted(url, { ...filled, tax_id: "?" })).toContain("Steuernummer ist ungültig");
    await submitted(url, { ...filled, tax_id: "DE123456789" });
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "complete",
      customer_details: {
        business_name: "Mugs AG",
        tax_ids: [{ type: "eu_vat", value: "DE123456789" }],
      },
    });
  });

  it("wears the store's colours, and thanks in its words", async () => {
    const made = await session({
      branding_settings: { button_color: "#ffcc00", border_style: "pill", display_name: "Mugs" },
      custom_text: { submit: { message: "Handmade." }, after_submit: { message: "See you!" } },
      success_url: undefined,
      redirect_on_completion: "never",
      ui_mode: "embedded_page",
    });
    expect(made.branding_settings).toMatchObject({ button_color: "#ffcc00", icon: null });
    const address = `/embedded/${made.id}?client_secret=${made.client_secret}`;
    const form = await (await sandbox.raw(address)).text();
    expect(form).toContain("--accent: #ffcc00");
    expect(form).toContain("Handmade.");
    await sandbox.browser("POST", `/v1/payment_pages/${made.id}/confirm`, {
      client_secret: made.client_secret ?? "",
      payment_method: "pm_card_visa",
    });
    expect(await (await sandbox.raw(address)).text()).toContain("See you!");
    await expect(session({ branding_settings: { button_color: "red" } })).rejects.toMatchObject({
      param: "branding_settings[button_color]",
    });
  });

  it("is taken up again after it expired, with the same order", async () => {
    const { id } = await session({
      after_expiration: { recovery: { enabled: true, allow_promotion_codes: true } },
    });
    const { after_expiration } = await stripe.checkout.sessions.expire(id);
    const recovery = after_expiration?.recovery;
    expect(recovery?.url).toContain(`/r/${id}`);
    const answer = await sandbox.raw(new URL(recovery?.url ?? "").pathname, { redirect: "manual" });
    const fresh = answer.headers.get("location")?.split("/").at(-1) ?? "";
    const again = await stripe.checkout.sessions.retrieve(fresh, { expand: ["line_items"] });
    expect(again).toMatchObject({
      status: "open",
      recovered_from: id,
      amount_total: 4000,
      allow_promotion_codes: true,
      line_items: { data: [{ description: "Mug", quantity: 2 }] },
    });
    expect((await confirm(fresh)).status).toBe(200);
  });
});

describe("automatic tax", () => {
  it("waits for a place, and then follows it", async () => {
    const { id, automatic_tax } = await session({ automatic_tax: { enabled: true } });
    expect(automatic_tax.status).toBe("requires_location_inputs");
    expect((await confirm(id)).body).toMatchObject({
      error: { code: "customer_tax_location_invalid" },
    });
    await change(id, { "billing_address[country]": "DE" });
    const german = await stripe.checkout.sessions.retrieve(id);
    expect(german).toMatchObject({
      automatic_tax: { status: "complete" },
      amount_total: 4760,
      total_details: { amount_tax: 760 },
    });
    await change(id, { "billing_address[country]": "US", "billing_address[state]": "OR" });
    expect((await stripe.checkout.sessions.retrieve(id)).amount_total).toBe(4000);
  });

  it("is in the price where the price says so", async () => {
    const price_data = { ...line, unit_amount: 1190, tax_behavior: "inclusive" } as const;
    const { id } = await session({
      automatic_tax: { enabled: true },
      line_items: [{ quantity: 1, price_data }],
    });
    await change(id, { "billing_address[country]": "DE" });
    const done = await stripe.checkout.sessions.retrieve(id);
    expect(done).toMatchObject({ amount_total: 1190, total_details: { amount_tax: 190 } });
  });
});

describe("customer_update", () => {
  it("lets a known customer's data follow what they typed, as far as the store wants", async () => {
    const customer = await stripe.customers.create({ name: "Ada", email: "ada@example.com" });
    const { id } = await session({
      customer: customer.id,
      customer_update: { address: "auto", shipping: "never" },
    });
    await change(id, {
      "billing_address[country]": "DE",
      "billing_address[line1]": "Hauptstraße 1",
      "billing_address[name]": "Ada Lovelace",
    });
    await confirm(id);
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      name: "Ada",
      address: { line1: "Hauptstraße 1" },
    });
  });
});
