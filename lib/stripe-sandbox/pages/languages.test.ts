import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const payment = {
  amount: 123_456,
  currency: "eur",
  confirm: true,
  return_url: "http://localhost/back",
};

async function read(url: string, languages?: string): Promise<string> {
  const { pathname, search } = new URL(url);
  const headers: Record<string, string> =
    languages === undefined ? {} : { "accept-language": languages };
  return (await sandbox.raw(pathname + search, { headers })).text();
}

const bankOf = ({ next_action }: Stripe.PaymentIntent) => next_action?.redirect_to_url?.url ?? "";

describe("the pages of banks, receipts and the portal", () => {
  it.each([
    [undefined, "en", "Complete test payment"],
    ["en-US,en;q=0.9", "en-US", "Fail test payment"],
    ["de-AT,de;q=0.9,en;q=0.5", "de-AT", "Testzahlung abschließen"],
    ["fr", "fr", "Terminer le paiement test"],
    ["es-MX", "es-MX", "Completar el pago de prueba"],
    ["ja", "ja", "テスト決済を完了する"],
    ["pt-BR,pt;q=0.9", "en", "Complete test payment"],
    ["de;drop table,fr", "de", "Testzahlung abschließen"],
  ])("speak the browser's language: %s", async (accepted, lang, button) => {
    const method = await sandbox.stripe.paymentMethods.create({ type: "ideal" });
    const paying = { ...payment, payment_method: method.id };
    const page = await read(bankOf(await sandbox.stripe.paymentIntents.create(paying)), accepted);
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(button);
  });

  it("ask for the bank's agreement, write amounts and dates as that language does", async () => {
    const { stripe } = sandbox;
    const asked = await stripe.paymentIntents.create({
      ...payment,
      payment_method: "pm_card_threeDSecure2Required",
    });
    expect(await read(bankOf(asked), "fr")).toContain("Terminer l’authentification");
    const paid = await stripe.paymentIntents.create({
      ...payment,
      payment_method: "pm_card_visa",
      expand: ["latest_charge"],
    });
    const charge = typeof paid.latest_charge === "object" ? paid.latest_charge : null;
    const receipt = await read(charge?.receipt_url ?? "", "de");
    expect(receipt).toContain("Quittung von Test shop");
    expect(receipt).toContain("1.234,56");
  });

  it("the portal's own locale wins", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const { url } = await stripe.billingPortal.sessions.create({
      customer: customer.id,
      locale: "es",
    });
    expect(await read(url, "de")).toContain("Sus métodos de pago");
  });

  it("say in the reader's language that nothing is there", async () => {
    expect(await read("http://x/receipts/ch_nobody", "ja")).toContain("見つかりません");
  });
});
