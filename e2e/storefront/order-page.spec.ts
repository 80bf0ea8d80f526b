import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import type { AdminPage } from "../pages/admin-page";
import { cards, type CheckoutPage } from "../pages/checkout-page";

/** No other story buys it: its payment is only held. */
const madeToOrder = "pan-salt";

async function makeToOrder({ page }: AdminPage): Promise<void> {
  await page.goto("/admin/products?search=pan");
  await page.getByRole("link", { name: /salt/i }).first().click();
  await page.getByRole("checkbox", { name: /^Made to order/ }).check();
  await page.getByRole("form", { name: "Product" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/saved/i).first()).toBeVisible();
}

async function order(checkout: CheckoutPage, email: string): Promise<void> {
  await checkout.goToPayment(madeToOrder, email);
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
}

async function confirm(page: Page, operation: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: operation, exact: true }).first().click();
  await dialog.getByRole("button", { name: operation, exact: true }).click();
  await expect(dialog.getByRole("status")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
}

test("an order's page tells of a hold, calls it off while it may, and changes by itself", async ({
  page,
  checkout,
  email,
  admin,
}) => {
  test.slow();
  await makeToOrder(admin);

  await order(checkout, email);
  await expect(page.getByText(/held until .* and charged when your order leaves/)).toBeVisible();
  const secondTab = await page.context().newPage();
  await secondTab.goto(page.url());
  for (const tab of [page, secondTab]) {
    await tab.locator("summary").filter({ hasText: "Cancel the order" }).click();
  }
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.getByRole("heading", { name: "This order was cancelled" })).toBeVisible();
  await secondTab.getByRole("button", { name: "Cancel the order" }).click();
  await expect(secondTab.getByRole("heading", { name: "This order was cancelled" })).toBeVisible();
  await expect(secondTab.getByText("Nothing was charged for it.")).toBeVisible();
  await secondTab.close();
  await admin.openOrderOf(email);
  await expect(admin.sum("Voided")).not.toHaveText("$0.00");

  await order(checkout, email);
  const address = page.url();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Kittiwake · Receipt")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print the receipt" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await admin.openOrderOf(email);
  await confirm(admin.page, "Capture");
  await expect(admin.page.getByRole("button", { name: "Mark as sent" })).toBeVisible();
  await confirm(admin.page, "Mark as sent");
  // Nobody touches the shopper's page.
  await expect(page.getByRole("heading", { name: "Your order is on its way" })).toBeVisible({
    timeout: 40_000,
  });
  expect(page.url()).toBe(address);
  await expect(page.getByText("Cancel the order")).toHaveCount(0);
});
