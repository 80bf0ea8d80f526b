import type Stripe from "stripe";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bankPage, openShop, paymentForm, typeCard, type Shop } from "./testing/shop";

/**
 * Stripe.js in a real browser, on a store of another origin with a strict content security policy,
 * against a sandbox that really runs.
 */
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const lineItem = {
  quantity: 2,
  price_data: { currency: "usd", unit_amount: 2100, product_data: { name: "Mug" } },
};

function newSession(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return shop.sandbox.stripe.checkout.sessions.create({
    mode: "payment",
    ui_mode: "elements",
    return_url: `${shop.origin}/done?session={CHECKOUT_SESSION_ID}`,
    allowed_payment_method_types: ["card"],
    line_items: [lineItem],
    ...more,
  });
}

/** Runs in the page: the store's own code, a few lines of it. */
async function mountCheckout(page: Page, clientSecret: string): Promise<void> {
  await page.evaluate(async (secret) => {
    const stripe = window.Stripe?.("pk_test_sandbox");
    const checkout = stripe?.initCheckoutElementsSdk({ clientSecret: Promise.resolve(secret) });
    // The guide for plain pages creates the element twice.
    checkout?.createPaymentElement();
    checkout?.createPaymentElement().mount("#form");
    const loaded = await checkout?.loadActions();
    if (loaded?.type !== "success") throw new Error("The checkout did not load.");
    Reflect.set(window, "pay", async (redirect: "always" | "if_required") => {
      const result = await loaded.actions.confirm({ email: "ada@example.com", redirect });
      const shown = result.type === "error" ? result.error : result.session.status;
      document.querySelector("#out")?.replaceChildren(JSON.stringify(shown));
    });
  }, clientSecret);
  await paymentForm(page).getByLabel("Card number").waitFor();
}

const pay = (page: Page, redirect = "if_required") =>
  page.evaluate((given) => void Reflect.get(window, "pay")(given), redirect);

const status = async (session: Stripe.Checkout.Session) =>
  (await shop.sandbox.stripe.checkout.sessions.retrieve(session.id)).payment_status;

describe("a checkout in the store's page", () => {
  it("is paid, and neither page nor messages ever hold the card number", async () => {
    const session = await newSession();
    const page = await shop.open();
    await page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, "heard", heard);
      window.addEventListener("message", ({ data }) => heard.push(JSON.stringify(data)));
    });
    const sentByPage: string[] = [];
    page.on("request", (request) => {
      if (request.frame() === page.mainFrame()) sentByPage.push(request.postData() ?? "");
    });
    await mountCheckout(page, session.client_secret ?? "");
    await typeCard(paymentForm(page), "4242424242424242");
    await pay(page);
    await page.getByText('"paid"').waitFor();

    const heard: string[] = await page.evaluate(() => Reflect.get(window, "heard"));
    const known = [...heard, ...sentByPage, await page.content()].join("\n");
    expect(known).toContain("sandbox-frame-1");
    expect(known.replace(/[\s+]|%20/g, "")).not.toContain("4242424242424242");
    expect(await status(session)).toBe("paid");
  });

  it("stays open after a decline and takes another card, of nineteen digits", async () => {
    const session = await newSession();
    const page = await shop.open();
    await mountCheckout(page, session.client_secret ?? "");
    await typeCard(paymentForm(page), "4000000000009995");
    await pay(page);
    await page.getByText('"declineCode":"insufficient_funds"').waitFor();
    await typeCard(paymentForm(page), "6205500000000000004");
    await pay(page);
    await page.getByText('"paid"').waitFor();

    expect(await status(session)).toBe("paid");
  });

  it("asks the bank by keyboard, survives a failure, and returns to the store", async () => {
    const session = await newSession();
    const page = await shop.open();
    await mountCheckout(page, session.client_secret ?? "");
    await typeCard(paymentForm(page), "4000002500003155");
    await pay(page, "always");
    await bankPage(page).getByRole("button", { name: "Fail authentication" }).click();
    await page.getByText("unable to authenticate").waitFor();
    await pay(page, "always");
    const complete = bankPage(page).getByRole("button", { name: "Complete authentication" });
    await expect
      .poll(() => complete.evaluate((node) => node === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${shop.origin}/done?session=${session.id}`);

    expect(await status(session)).toBe("paid");
  });

  it("says what is wrong with a card while it is typed", async () => {
    const session = await newSession();
    const page = await shop.open();
    await mountCheckout(page, session.client_secret ?? "");
    const form = paymentForm(page);
    await form.getByLabel("Card number").pressSequentially("4242424242424241");

    await form.getByText("Your card number is invalid.").waitFor();
    expect(await form.getByLabel("Card number").getAttribute("aria-invalid")).toBe("true");
    await form.getByLabel("Expiration date").pressSequentially("1220");
    await form.getByText("Your card’s expiration year is in the past.").waitFor();
  });
});

describe("payment intents", () => {
  it("are confirmed with the elements of a group", async () => {
    const intent = await shop.sandbox.stripe.paymentIntents.create({
      amount: 4200,
      currency: "usd",
    });
    const page = await shop.open();
    await page.evaluate((clientSecret) => {
      const stripe = window.Stripe?.("pk_test_sandbox");
      const elements = stripe?.elements({ clientSecret });
      if (elements === undefined) throw new Error("Stripe.js is not there.");
      elements.create("payment").mount("#form");
      const confirm = () => stripe?.confirmPayment({ elements, redirect: "if_required" });
      Reflect.set(window, "confirmIt", confirm);
    }, intent.client_secret ?? "");
    await typeCard(paymentForm(page), "4000002500003155");
    const result = page.evaluate(() => Reflect.get(window, "confirmIt")());
    await bankPage(page).getByRole("button", { name: "Complete authentication" }).click();

    expect(await result).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  it("that a server confirmed are finished by handleNextAction", async () => {
    const intent = await shop.sandbox.stripe.paymentIntents.create({
      amount: 4200,
      currency: "usd",
      payment_method: "pm_card_threeDSecureRequired",
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    const page = await shop.open();
    const result = page.evaluate(
      (clientSecret) => window.Stripe?.("pk_test_sandbox").handleNextAction({ clientSecret }),
      intent.client_secret ?? "",
    );
    await bankPage(page).getByRole("button", { name: "Fail authentication" }).click();

    expect(await result).toMatchObject({
      error: { code: "payment_intent_authentication_failure" },
    });
  });
});

describe("the hosted page", () => {
  it("takes a payment without any script", async () => {
    const session = await newSession({
      ui_mode: "hosted_page",
      return_url: undefined,
      success_url: `${shop.origin}/done?session={CHECKOUT_SESSION_ID}`,
    });
    const context = await shop.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(session.url ?? "");
    await page.getByLabel("Email").fill("ada@example.com");
    await typeCard(page, "4000000000000002");
    await page.getByRole("button", { name: "Pay $42.00" }).click();
    await page.getByText("Your card was declined.").waitFor();
    expect(await page.getByLabel("Card number").inputValue()).toBe("");
    await typeCard(page, "4242424242424242");
    await page.getByRole("button", { name: "Pay $42.00" }).click();
    await page.waitForURL(`${shop.origin}/done?session=${session.id}`);

    expect(await status(session)).toBe("paid");
  });
});
