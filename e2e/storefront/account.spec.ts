import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

const password = "a long pass phrase";

test.describe("account", () => {
  test("a shopper makes an account, keeps a card that asks the bank, and takes it out again", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Name").fill("Sam Shopper");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make an account" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

    await page.goto(await admin.linkMailedTo(email));
    await page.getByRole("button", { name: "Confirm and go on" }).click();
    await expect(page.getByRole("heading", { name: "Hello, Sam" })).toBeVisible();

    await page.getByRole("navigation", { name: "Your account" }).getByText("Cards").click();
    await page.getByRole("link", { name: "Add a card" }).click();
    const form = page.frameLocator("iframe").first();
    await form.getByLabel(/card number/i).fill(cards.authenticates);
    await form.getByLabel(/expir/i).fill("12 / 34");
    await form.getByLabel(/cvc|security/i).fill("123");
    await page.getByRole("button", { name: "Keep this card" }).click();
    await checkout.authenticate("Complete authentication");
    await expect(page.getByText("The card is kept.")).toBeVisible();
    await expect(page.getByText("Visa ending in 3155").first()).toBeVisible();

    await page.getByRole("button", { name: /^Remove/ }).click();
    await expect(page.getByText("The card is removed.")).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/account/cards");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});
