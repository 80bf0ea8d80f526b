import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const mug = { currency: "usd", unit_amount: 2100, product_data: { name: "Mug" } };

const hosted = () =>
  sandbox.stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://localhost/thanks",
    line_items: [{ quantity: 1, price_data: mug }],
    allowed_payment_method_types: ["card"],
    billing_address_collection: "required",
    consent_collection: { terms_of_service: "required", promotions: "auto" },
    custom_text: { submit: { message: "We ship on Mondays." } },
    custom_fields: [
      { key: "engraving", label: { type: "custom", custom: "Engraving" }, type: "text" },
      {
        key: "colour",
        label: { type: "custom", custom: "Colour" },
        type: "dropdown",
        optional: true,
        dropdown: { options: [{ label: "Red", value: "red" }] },
      },
    ],
  });

const card = {
  action: "pay",
  method: "card",
  email: "ada@example.com",
  number: "4242424242424242",
  expiry: "12/39",
  cvc: "123",
  country: "US",
  postal_code: "94103",
};

describe("the hosted page", () => {
  it("asks for all that the store wants to know, and insists on it", async () => {
    const session = await hosted();
    const path = new URL(session.url ?? "").pathname;
    const page = await (await sandbox.raw(path)).text();
    for (const words of [
      "Engraving",
      "Colour (optional)",
      "We ship on Mondays.",
      "Billing address",
    ])
      expect(page).toContain(words);
    expect(page).toContain("I agree to the terms of service");

    const send = (form: Record<string, string>) =>
      sandbox.raw(path, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
    const refused = await (await send(card)).text();
    expect(refused).toContain("Please agree to the terms to continue.");

    await send({
      ...card,
      "custom.engraving": "Ada",
      "custom.colour": "red",
      "billing.line1": "1 Analytical Way",
      "billing.city": "Portland",
      terms: "1",
    });
    const paid = await sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(paid).toMatchObject({
      payment_status: "paid",
      consent: { terms_of_service: "accepted", promotions: "opt_out" },
      custom_fields: [{ text: { value: "Ada" } }, { dropdown: { value: "red" } }],
      customer_details: { address: { line1: "1 Analytical Way", city: "Portland" } },
    });
  });
});

describe("the shopper's page of a session", () => {
  it("takes a business, its tax id and what is offered besides", async () => {
    const { stripe } = sandbox;
    const product = await stripe.products.create({ name: "Gift wrap" });
    const wrap = await stripe.prices.create({
      product: product.id,
      currency: "usd",
      unit_amount: 300,
    });
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      ui_mode: "elements",
      return_url: "http://localhost/done",
      line_items: [{ quantity: 1, price_data: mug }],
      optional_items: [{ price: wrap.id, quantity: 1 }],
    });
    const tell = (form: Record<string, string>) =>
      sandbox.browser("POST", `/v1/payment_pages/${session.id}`, {
        key: "pk_test_sandbox",
        client_secret: session.client_secret ?? "",
        ...form,
      });
    const told = await tell({
      business_name: "Analytical Engines",
      "tax_id[type]": "eu_vat",
      "tax_id[value]": "DE123456789",
      "optional_items[0][price]": wrap.id,
      "optional_items[0][quantity]": "1",
    });
    expect(told.status).toBe(200);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_total: 2400,
      collected_information: { business_name: "Analytical Engines" },
      customer_details: { tax_ids: [{ type: "eu_vat", value: "DE123456789" }] },
    });
    await tell({ "optional_items[0][price]": wrap.id, "optional_items[0][quantity]": "0" });
    expect((await stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(2100);
  });

  it("keeps a business's tax id with its customer, once, and refuses what cannot be one", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create({
      tax_id_data: [{ type: "gb_vat", value: "GB000000000" }],
    });
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      ui_mode: "elements",
      customer: customer.id,
      return_url: "http://localhost/done",
      tax_id_collection: { enabled: true },
      line_items: [{ quantity: 1, price_data: mug }],
    });
    expect(session.tax_id_collection).toEqual({ enabled: true, required: "never" });
    const page = `/v1/payment_pages/${session.id}`;
    const tell = (value: string) =>
      sandbox.browser("POST", page, { "tax_id[type]": "eu_vat", "tax_id[value]": value });
    expect((await tell("?")).body).toMatchObject({ error: { code: "tax_id_invalid" } });
    await tell("DE123456789");
    await sandbox.browser("POST", `${page}/confirm`, { payment_method: "pm_card_visa" });
    const { data } = await stripe.customers.listTaxIds(customer.id);
    expect(data.map(({ country, verification }) => [country, verification?.status])).toEqual([
      ["DE", "pending"],
      ["GB", "verified"],
    ]);
  });

  it("needs a code of six digits for BLIK", async () => {
    const { stripe } = sandbox;
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      ui_mode: "elements",
      return_url: "http://localhost/done",
      line_items: [{ quantity: 1, price_data: { ...mug, currency: "pln" } }],
    });
    const method = await stripe.paymentMethods.create({ type: "blik" });
    const confirm = (form: Record<string, string>) =>
      sandbox.browser("POST", `/v1/payment_pages/${session.id}/confirm`, {
        key: "pk_test_sandbox",
        client_secret: session.client_secret ?? "",
        payment_method: method.id,
        ...form,
      });
    expect((await confirm({})).status).toBe(400);
    expect((await confirm({ "payment_method_options[blik][code]": "12" })).status).toBe(400);
    expect((await confirm({ "payment_method_options[blik][code]": "123456" })).status).toBe(200);
  });
});
