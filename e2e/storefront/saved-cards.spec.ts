import { expect, test } from "../fixtures/test";
import type { AdminPage } from "../pages/admin-page";
import { cards, CheckoutPage } from "../pages/checkout-page";
import type { Page } from "@playwright/test";

/** Makes an account, and confirms its address by the mail that was sent to it. */
async function register(page: Page, admin: AdminPage, email: string): Promise<void> {
  await page.goto("/account/register");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a long pass phrase");
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
  await page.goto(await admin.linkMailedTo(email));
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await page.getByRole("heading", { name: "Hello, Ada" }).waitFor();
}

test("a card that a shopper agreed to keep pays again, and is not shown to whoever types their e-mail", async ({
  page,
  checkout,
  email,
  admin,
  browser,
  baseURL,
}) => {
  test.slow();
  await register(page, admin, email);
  await checkout.addToBag("quay-mug");
  await page.goto("/checkout");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  await checkout.fillAddress(email);
  await checkout.goOnToPayment();
  await page.getByRole("checkbox", { name: /later/ }).check();
  await expect(page.getByRole("checkbox", { name: /later/ })).toBeChecked();
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();

  await page.goto("/account/cards");
  await expect(page.getByText("Visa ending in 4242").first()).toBeVisible();

  const guest = await browser.newContext(baseURL ? { baseURL } : {});
  const stranger = new CheckoutPage(await guest.newPage());
  await stranger.goToPayment("quay-mug", email);
  await expect(stranger.fields.getByRole("textbox", { name: "Card number" })).toBeVisible();
  await expect(stranger.fields.getByRole("radio", { name: /4242/ })).toHaveCount(0);
  await guest.close();

  await checkout.addToBag("quay-mug");
  await page.goto("/checkout");
  await checkout.fillAddress(email);
  await checkout.goOnToPayment();
  await checkout.fields.getByText(/4242$/).first().click();
  await checkout.payButton.click();
  await expect(checkout.thanks).toBeVisible();
});
