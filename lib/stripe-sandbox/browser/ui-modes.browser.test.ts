import type { FrameLocator, Page } from "playwright";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "./testing/modes";
import { openShop, type Shop } from "./testing/shop";

/** What a shopper does in every `ui_mode`: remove saved cards, and pay by methods that take their time. */
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const patience = { timeout: 15_000 };
const shopper = "ada@example.com";

type Mode = "hosted_page" | "embedded_page" | "elements" | "form";
type Form = FrameLocator | Page;
type Method = Stripe.Checkout.SessionCreateParams.AllowedPaymentMethodType;

function newSession(ui_mode: Mode, currency: string, method: Method, customer?: string) {
  const unit_amount = 21_000;
  const back = `${shop.origin}/done?session={CHECKOUT_SESSION_ID}`;
  const product_data = { name: "Mug" };
  return shop.sandbox.stripe.checkout.sessions.create({
    mode: "payment",
    ui_mode,
    ...(ui_mode === "hosted_page" ? { success_url: back } : { return_url: back }),
    ...(ui_mode === "embedded_page" ? { redirect_on_completion: "if_required" } : {}),
    ...(customer === undefined ? {} : { customer }),
    allowed_payment_method_types: [method],
    saved_payment_method_options: { payment_method_remove: "enabled" },
    line_items: [{ quantity: 1, price_data: { currency, unit_amount, product_data } }],
  });
}

async function pay(page: Page, form: Form, mode: Mode, email = shopper): Promise<void> {
  if (mode === "elements" || mode === "form") {
    return page.evaluate((given) => {
      void Reflect.get(
        window,
        "pay",
      )(given).then(({ error }: { error?: Error }) => {
        document.querySelector("#out")?.replaceChildren(error?.message ?? "");
      });
    }, email);
  }
  await form.getByRole("button", { name: /^Pay / }).click();
}

const read = ({ id }: Stripe.Checkout.Session) =>
  shop.sandbox.stripe.checkout.sessions.retrieve(id);

async function pass(seconds: number): Promise<void> {
  await shop.sandbox.world.advanceTo(shop.sandbox.world.clock.nowMs() + seconds * 1000);
}

const boleto = {
  "CPF or CNPJ": "00000000000",
  "Full name": "Ada",
  "Address line 1": "Rua 1",
  City: "São Paulo",
  "State or region": "SP",
  "Postal code": "01310100",
};

async function isWaiting(session: Stripe.Checkout.Session): Promise<boolean> {
  const { payment_intent: id } = await read(session);
  const intent = await shop.sandbox.stripe.paymentIntents.retrieve(String(id));
  return intent.status === "requires_action";
}

/** Accounts that answer after three minutes, or refuse: none is paid before the clock is moved. */
const debits: [Method, string, Record<string, string>, "paid" | "unpaid"][] = [
  ["sepa_debit", "eur", { "Full name": "Ada", IBAN: "DE08370400440532013003" }, "paid"],
  [
    "au_becs_debit",
    "aud",
    { "Full name": "Ada", BSB: "000000", "Account number": "900123456" },
    "paid",
  ],
  [
    "us_bank_account",
    "usd",
    { "Full name": "Ada", "Routing number": "110000000", "Account number": "000222222227" },
    "unpaid",
  ],
];

const vouchers: [Method, string, Record<string, string>][] = [
  ["oxxo", "mxn", { "Full name": "Ada" }],
  ["boleto", "brl", boleto],
];

function voucherOf(page: Page, mode: Mode): Form {
  if (mode === "hosted_page") return page;
  const embedded = page.frameLocator("#form iframe").frameLocator("iframe");
  return mode === "embedded_page" ? embedded : page.frameLocator("body > * iframe[src*=challenge]");
}

async function fillIn(form: Form, values: Record<string, string>): Promise<void> {
  const given = { Email: shopper, ...values };
  for (const [label, value] of Object.entries(given)) {
    const field = form.getByLabel(label, { exact: true });
    await field.first().waitFor();
    await field.first().fill(value);
  }
}

describe.each<Mode>(["hosted_page", "embedded_page", "elements", "form"])("%s", (mode) => {
  it("lets a shopper remove a saved card", async () => {
    const { stripe } = shop.sandbox;
    const { id } = await stripe.customers.create({ email: "ada@example.com" });
    for (const fixture of ["pm_card_visa", "pm_card_mastercard"]) {
      const card = await stripe.paymentMethods.attach(fixture, { customer: id });
      await stripe.paymentMethods.update(card.id, { allow_redisplay: "always" });
    }
    const page = await shop.open();
    const form = await openSession(page, await newSession(mode, "usd", "card", id));
    const remove = form.getByRole("button", { name: /^Remove: Visa/ });
    await remove.click();
    await remove.waitFor({ state: "detached" });

    await form.getByRole("button", { name: /^Remove: Mastercard/ }).waitFor();
    const left = await stripe.customers.listPaymentMethods(id);
    expect(left.data.map(({ card }) => card?.brand)).toEqual(["mastercard"]);
    await page.close();
  });

  it.each(debits)("completes an order by %s in %s that the bank answers later", async (...row) => {
    const [method, currency, values, ending] = row;
    const session = await newSession(mode, currency, method);
    const page = await shop.open();
    const form = await openSession(page, session);
    await fillIn(form, values);
    await pay(page, form, mode);
    await expect.poll(async () => (await read(session)).status, patience).toBe("complete");

    expect((await read(session)).payment_status).toBe("unpaid");
    await pass(200);
    expect((await read(session)).payment_status).toBe(ending);
    await page.close();
  });

  it.each(vouchers)("hands out a voucher of %s that is paid afterwards", async (...row) => {
    const [method, currency, values] = row;
    const session = await newSession(mode, currency, method);
    const page = await shop.open();
    const form = await openSession(page, session);
    await fillIn(form, values);
    await pay(page, form, mode);
    const voucher = voucherOf(page, mode);
    await voucher.getByRole("button", { name: "Pay this voucher" }).click();

    await voucher.getByRole("heading", { name: "This voucher is paid" }).waitFor();
    expect(await read(session)).toMatchObject({ status: "complete", payment_status: "paid" });
    await page.close();
  });

  it("waits for the banking app of BLIK, and says what it answered", async () => {
    const code = { "BLIK code": "123456" };
    const email = "user_declined@example.com";
    const session = await newSession(mode, "pln", "blik");
    const page = await shop.open();
    const form = await openSession(page, session);
    await fillIn(form, { Email: email, ...code });
    await pay(page, form, mode, email);
    await expect.poll(() => isWaiting(session), patience).toBe(true);
    await pass(10);
    const teller = mode === "embedded_page" ? form : page;
    await teller.getByText("The customer declined this payment.").waitFor();

    await fillIn(form, code);
    await pay(page, form, mode);
    await expect.poll(() => isWaiting(session), patience).toBe(true);
    await pass(200);
    const end = { status: "complete", payment_status: "paid" };
    await expect.poll(() => read(session), patience).toMatchObject(end);
    if (mode.endsWith("_page")) await page.waitForURL(/done\?session=cs_/);
    await page.close();
  });
});
