import type { Locator, Page } from "@playwright/test";
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

test("on the smallest phone the total stays in view and covers no field", async ({
  page,
  checkout,
  email,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await checkout.addToBag("quay-mug");
  await page.goto("/checkout");
  const total = page.getByRole("complementary").locator("summary");
  const bottomOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await page.getByRole("button", { name: "Continue to shipping" }).focus();
  await expect(total).toBeInViewport();
  // Backwards, so that the browser scrolls up and puts what has the focus at the upper edge.
  for (const id of ["shipping-city", "shipping-name", "shipping-country", "email"]) {
    const field = page.locator(`#${id}`);
    await field.focus();
    const top = (await field.boundingBox())?.y ?? 0;
    expect(top, id).toBeGreaterThanOrEqual(await bottomOf(total));
  }
  await checkout.fillAddress(email);
  await checkout.goOnToPayment();

  // One line says how it is sent: the way to the card is not longer for the choice.
  await expect(checkout.shippingFold).toContainText("Standard · $7.00");
  await expect(page.getByRole("radio", { name: /^Express/ })).toBeHidden();
  await checkout.fillCard(cards.succeeds);
  await expect(total).toBeInViewport();
  await total.click();
  await expect(page.getByRole("complementary").getByText("Quay Mug").first()).toBeInViewport();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
