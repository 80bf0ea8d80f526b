import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

/** How many pixels the page is wider than its window: a reader on a phone would have to push it about. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test("a shopper buys on a phone, and no page is wider than it", async ({
  page,
  checkout,
  email,
}) => {
  await page.goto("/");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.goto("/products");
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await checkout.goToPayment("quay-mug", email);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
