import type { Page } from "@playwright/test";
import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

const password = "a long pass phrase";

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeProblems(page), page.url()).toEqual([]);
}

test.describe("account", () => {
  test("a shopper makes an account, keeps a card that asks the bank, and takes it out again", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    test.slow();
    await page.goto("/account");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Name").fill("Sam Shopper");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make an account" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

    await page.goto(await admin.linkMailedTo(email));
    await page.getByRole("button", { name: "Confirm and go on" }).click();
    await expect(page.getByRole("heading", { name: "Hello, Sam" })).toBeVisible();
    for (const path of ["", "/orders", "/addresses", "/addresses/new", "/details", "/cards"]) {
      await page.goto(`/account${path}`);
      await expectAccessible(page);
    }

    await page.getByRole("link", { name: "Add a card" }).click();
    const form = page.frameLocator("iframe").first();
    await form.getByLabel(/card number/i).fill(cards.authenticates);
    await form.getByLabel(/expir/i).fill("12 / 34");
    await form.getByLabel(/cvc|security/i).fill("123");
    await form.getByLabel("ZIP code").fill("04101");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep this card" }).click();
    await checkout.authenticate("Complete authentication");
    await expect(page.getByText("The card is kept.")).toBeVisible();
    await expect(page.getByText("Visa ending in 3155").first()).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Look after them at Stripe" }).click();
    await page.waitForURL((url) => url.origin === process.env["E2E_SANDBOX_URL"]);
    await expect(page.getByText(/3155/).first()).toBeVisible();
    await page.goto("/account/cards");

    await page.getByRole("button", { name: /^Remove/ }).click();
    await expect(page.getByText("The card is removed.")).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/account/cards");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});
