import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

/** What axe finds on the page as it stands, a line each. */
async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

test.describe("axe finds nothing", () => {
  for (const path of ["/", "/products", "/products?q=mug", "/products/quay-mug", "/cart"]) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      expect(await problems(page)).toEqual([]);
    });
  }

  test("on any step of the checkout and the order", async ({ page, checkout, email }) => {
    await checkout.addToBag("quay-mug");
    await page.goto("/cart");
    expect(await problems(page)).toEqual([]);

    await page.goto("/checkout");
    expect(await problems(page)).toEqual([]);
    await checkout.fillAddress(email);
    await page.getByRole("button", { name: "Continue to shipping" }).click();
    await page.waitForURL("**/checkout/shipping");
    expect(await problems(page)).toEqual([]);

    await page.getByRole("button", { name: /^Continue to payment/ }).click();
    await checkout.fields.getByRole("textbox", { name: "Card number" }).waitFor();
    expect(await problems(page)).toEqual([]);

    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    expect(await problems(page)).toEqual([]);
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
      expect(await problems(admin.page), `/admin${path}`).toEqual([]);
    }
  });
});
