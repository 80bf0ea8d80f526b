import { expect, test } from "../fixtures/test";
import { cards, CheckoutPage } from "../pages/checkout-page";
import { StripePage } from "../pages/stripe-page";

test.describe("the three ways to pay", () => {
  test("stand side by side, and each of them pays its sample order", async ({ admin }) => {
    const { page } = admin;
    await page.goto("/admin/settings");
    await page.getByRole("button", { name: "Compare the ways to pay" }).click();
    await page.waitForURL("**/admin/settings/compare?**");
    const compare = page.url();
    const thanks = page.getByRole("heading", { name: /^Thank you/ });

    await new CheckoutPage(page).payByCard(cards.succeeds);
    await expect(thanks).toBeVisible();

    await page.goto(compare);
    await StripePage.embeddedIn(page).payByCard(cards.succeeds);
    await expect(thanks).toBeVisible();

    await page.goto(compare);
    await page
      .getByRole("region", { name: "Stripe's own page" })
      .getByRole("button", { name: /^Pay .* on Stripe's page$/ })
      .click();
    await page.waitForURL(/\/c\/pay\//);
    await new StripePage(page).payByCard(cards.succeeds);
    await expect(thanks).toBeVisible();
  });

  test("meet on one order: coming back from Stripe's page loses nothing", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await page.getByRole("button", { name: /Pay on Stripe's own page/ }).click();
    await page.waitForURL(/\/c\/pay\//);
    const abandoned = page.url();
    await page.getByRole("link", { name: /back/i }).first().click();
    await page.waitForURL("**/checkout/payment?notice=cancelled");
    await expect(checkout.problem).toContainText("Nothing was charged");

    // The page that was left is closed as soon as the form here is open.
    await checkout.fillCard(cards.succeeds);
    const other = await page.context().newPage();
    await other.goto(abandoned);
    await expect(other.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
    await other.close();

    await checkout.payButton.click();
    await expect(checkout.thanks).toBeVisible();
    // Nobody was refused: a page gave way to another one.
    await expect(page.getByText("Payment received")).toBeVisible();
    await expect(page.getByText("A payment did not go through")).toHaveCount(0);
    const rows = await admin.findOrders(email);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("Paid");
  });
});

test("a shopper whose browser blocks Stripe.js pays on Stripe's page", async ({
  page,
  checkout,
  email,
}) => {
  await page.route("**/js/stripe.js", (route) => route.abort());
  await checkout.goToPayment("quay-mug", email);
  await expect(checkout.problem).toContainText("could not be loaded");
  await page.getByRole("button", { name: /^Pay .* on Stripe's page$/ }).click();
  await page.waitForURL(/\/c\/pay\//);
  await new StripePage(page).payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
});

test("a shopper without JavaScript buys from the bag to the receipt", async ({
  browser,
  baseURL,
  email,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment("quay-mug", email);
  await page.getByRole("button", { name: /^Pay .* on Stripe's page$/ }).click();
  await page.waitForURL(/\/c\/pay\//);
  await new StripePage(page).payByCard(cards.authenticates);
  await page.getByRole("button", { name: "Complete authentication" }).click();
  await expect(checkout.thanks).toBeVisible();
  await context.close();
});

test.describe("methods that lead to a bank", () => {
  test.beforeEach(async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "currency", value: "EUR", url: baseURL ?? "" }]);
    await page.goto("/");
  });

  test("a bank that says no charges nothing, and a bank that says yes pays", async ({
    page,
    checkout,
    email,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fields.getByRole("tab", { name: "iDEAL" }).click();
    await checkout.payButton.click();
    await page.getByRole("button", { name: "Fail test payment" }).click();
    await page.waitForURL("**/checkout/payment?notice=unpaid");
    await expect(checkout.problem).toContainText("Nothing was charged");

    await checkout.fields.getByRole("tab", { name: "Bancontact" }).click();
    await checkout.fields.getByRole("textbox", { name: "Full name" }).fill("Ada Lovelace");
    await checkout.payButton.click();
    await page.getByRole("button", { name: "Complete test payment" }).click();
    await expect(checkout.thanks).toBeVisible();
  });

  test("a debit that is on its way is said to be so, and is not paid again", async ({
    page,
    checkout,
    email,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fields.getByRole("tab", { name: "SEPA Direct Debit" }).click();
    await checkout.fields.getByRole("textbox", { name: "Full name" }).fill("Ada Lovelace");
    await checkout.fields.getByRole("textbox", { name: "IBAN" }).fill("AT321904300235473204");
    await checkout.payButton.click();
    await page.waitForURL(/\/orders\/[\w-]{32}/);
    await expect(page.getByRole("heading", { name: "Your payment is on its way" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Pay/ })).toHaveCount(0);
  });
});
