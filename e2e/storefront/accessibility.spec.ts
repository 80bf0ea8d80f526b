import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

test.describe("axe finds nothing", () => {
  for (const path of ["/", "/products", "/products?q=mug", "/products/quay-mug", "/cart"]) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      expect(await axeProblems(page)).toEqual([]);
    });
  }

  test("on any step of the checkout and the order", async ({ page, checkout, email }) => {
    await checkout.addToBag("quay-mug");
    await page.goto("/cart");
    expect(await axeProblems(page)).toEqual([]);

    await page.goto("/checkout");
    expect(await axeProblems(page)).toEqual([]);
    await checkout.fillAddress(email);
    await page.getByRole("button", { name: "Continue to shipping" }).click();
    await page.waitForURL("**/checkout/shipping");
    expect(await axeProblems(page)).toEqual([]);

    await page.getByRole("button", { name: /^Continue to payment/ }).click();
    await checkout.fields.getByRole("textbox", { name: "Card number" }).waitFor();
    expect(await axeProblems(page)).toEqual([]);

    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    expect(await axeProblems(page)).toEqual([]);
  });

  test("on the admin pages", async ({ admin }) => {
    test.slow();
    for (const path of [
      "",
      "/orders",
      "/payments",
      "/products",
      "/outbox",
      "/events",
      "/health",
      "/promotions",
      "/promotions/new",
      "/gift-cards",
      "/tax",
      "/tax/new",
      "/shipping",
      "/shipping/rates/new",
      "/settings",
    ]) {
      await admin.page.goto(`/admin${path}`);
      await admin.page.getByRole("heading", { level: 1 }).waitFor();
      expect(await axeProblems(admin.page), `/admin${path}`).toEqual([]);
    }
  });
});
