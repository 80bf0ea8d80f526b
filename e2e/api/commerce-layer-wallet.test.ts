import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkInvariants } from "@/lib/payments/invariants";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

async function keepCard(email: string): Promise<string> {
  const { shop, office } = dialect;
  const id = await shopper.fill(email);
  const source = await shop.stripe_payments.create({
    order: shop.orders.relationship(id),
    options: { setup_future_usage: "off_session", return_url: "https://shop.example.com/back" },
    receipt_email: "receipts@example.com",
  });
  expect(source).toMatchObject({ return_url: "https://shop.example.com/back" });
  await shopper.confirm(source.client_secret);
  await shop.orders._place(id);
  await shop.orders._save_payment_source_to_customer_wallet(id);
  const [customer] = await office.customers.list({
    filters: { email_eq: email },
    include: ["customer_payment_sources"],
  });
  const [card] = customer?.customer_payment_sources ?? [];
  expect(card).toMatchObject({
    name: "XXXX-XXXX-XXXX-4242",
    customer_token: expect.stringMatching(/^cus_/),
    payment_source_token: expect.stringMatching(/^pm_/),
  });
  return z.string().parse(card?.id);
}

describe("a customer's wallet", () => {
  it("keeps the card that paid, and pays the next order with it", async () => {
    const { office } = dialect;
    const email = "wallet@example.com";
    const cardId = await keepCard(email);
    const id = await shopper.fill(email);
    const offered = await office.orders.available_customer_payment_sources(id);
    expect([...offered].map(({ id: each }) => each)).toEqual([cardId]);
    await office.orders._customer_payment_source_id(id, cardId);
    expect(await office.orders._place(id)).toMatchObject({
      status: "placed",
      payment_status: "authorized",
    });
    const [hold] = await office.orders.authorizations(id);
    expect(hold).toMatchObject({ succeeded: true });
    expect(await checkInvariants()).toEqual([]);
  });

  it("is not opened by somebody who knows an e-mail address", async () => {
    const { shop, office } = dialect;
    const cardId = await keepCard("owner@example.com");
    const id = await shopper.fill("owner@example.com");
    await expect(shop.orders._customer_payment_source_id(id, cardId)).rejects.toMatchObject({
      status: 401,
    });
    await expect(shop.orders.available_customer_payment_sources(id)).rejects.toMatchObject({
      status: 401,
    });
    const other = await shopper.fill("other@example.com");
    await expect(office.orders._customer_payment_source_id(other, cardId)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("forgets a card", async () => {
    const { office } = dialect;
    const cardId = await keepCard("forget@example.com");
    await office.customer_payment_sources.delete(cardId);
    await expect(office.customer_payment_sources.retrieve(cardId)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("keeps nothing of an order that nobody has paid", async () => {
    const id = await shopper.fill("unpaid@example.com");
    const save = dialect.shop.orders._save_payment_source_to_customer_wallet(id);
    await expect(save).rejects.toMatchObject({ status: 422 });
  });
});

describe("ways to pay", () => {
  it("are made, switched off, and offered only where they are on", async () => {
    const { office, shop } = dialect;
    const gateway = office.payment_gateways.relationship("stripe");
    const method = await office.payment_methods.create({
      payment_source_type: "stripe_payments",
      name: "Card, at once",
      price_amount_cents: 0,
      auto_capture: true,
      currency_code: "USD",
      payment_gateway: gateway,
    });
    expect(method).toMatchObject({ name: "Card, at once", auto_capture: true, disabled_at: null });
    const id = await shopper.fill();
    const offered = async () =>
      (await shop.orders.available_payment_methods(id)).map(({ id: each }) => each);
    expect(await offered()).toContain(method.id);

    const methods = shop.payment_methods;
    await shop.orders.update({ id, payment_method: methods.relationship(method.id) });
    await shopper.pay(id);
    expect(await shop.orders._place(id)).toMatchObject({ payment_status: "paid" });

    await office.payment_methods._disable(method.id);
    const next = await shopper.fill();
    const choose = { id: next, payment_method: methods.relationship(method.id) };
    await expect(shop.orders.update(choose)).rejects.toMatchObject({ status: 422 });
    await expect(office.payment_methods.delete("stripe")).rejects.toMatchObject({ status: 423 });
  });

  it("lead to gateways that are switched here as in admin, and made nowhere but in the settings", async () => {
    const { office, shop } = dialect;
    await office.manual_gateways._disable("manual");
    const id = await shopper.fill();
    const offered = await shop.orders.available_payment_methods(id);
    expect([...offered].map(({ id: each }) => each)).not.toContain("wire-transfer");
    await office.manual_gateways._enable("manual");
    const made = office.stripe_gateways.create({
      name: "Another",
      login: "sk_test_x",
      publishable_key: "pk_test_x",
    });
    await expect(made).rejects.toMatchObject({ errors: [{ meta: { error: "not_supported" } }] });
  });
});
