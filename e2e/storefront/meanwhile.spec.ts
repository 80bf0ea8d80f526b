import type { Page } from "@playwright/test";
import { advanceSandbox, expireSession } from "../fixtures/sandbox-clock";
import { expect, test } from "../fixtures/test";
import type { AdminPage } from "../pages/admin-page";
import { cards } from "../pages/checkout-page";

/** What happens between the moment a shopper looks and the moment they press the button. */

async function changeProduct(admin: AdminPage, title: string, field: string, value: string) {
  await admin.page.goto("/admin/products");
  await admin.page.getByRole("link", { name: title }).click();
  const form = admin.page.getByRole("form").filter({ has: admin.page.getByLabel(field) });
  await form.getByRole("textbox", { name: field }).first().fill(value);
  await form.getByRole("button", { name: "Save" }).first().click();
  await expect(form.getByRole("status").first()).toContainText("Saved");
}

async function goToShipping(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await page.waitForURL("**/checkout/shipping");
}

test("a price that a merchant changes is shown before it is paid, on the page and in the shop", async ({
  page,
  checkout,
  email,
  admin,
}) => {
  await changeProduct(admin, "Native Oyster Knife", "USD", "34.00");
  await checkout.addToBag("native-oyster-knife");
  await page.goto("/checkout");
  await checkout.fillAddress(email);
  await goToShipping(page);
  await changeProduct(admin, "Native Oyster Knife", "USD", "39.00");

  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(checkout.problem.first()).toContainText("Please check the new total");
  await expect(page.getByText("changed from $34.00 to $39.00")).toBeVisible();
  const total = page.getByText("$46.00").filter({ visible: true });
  await expect(total.first()).toBeVisible();

  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.waitForURL("**/checkout/payment");
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
  await page.goto("/products/native-oyster-knife");
  await expect(page.getByText("$39.00").filter({ visible: true }).first()).toBeVisible();
});

test("goods that are gone meanwhile are not paid for, and what was typed stays", async ({
  page,
  checkout,
  email,
  admin,
}) => {
  await changeProduct(admin, "Night Watch Flask", "On hand", "5");
  await checkout.addToBag("night-watch-flask");
  await page.goto("/checkout");
  await checkout.fillAddress(email);
  await goToShipping(page);
  await changeProduct(admin, "Night Watch Flask", "On hand", "0");

  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(checkout.problem.first()).toContainText("sold");
  await expect(page.getByRole("link", { name: "Change your bag" })).toBeVisible();
  await page.goto("/checkout");
  await expect(page.getByRole("textbox", { name: "E-mail", exact: true })).toHaveValue(email);

  // Sold out at once in the shop too, whose pages are kept.
  await page.context().clearCookies();
  await page.goto("/products/night-watch-flask");
  await expect(page.getByText("Sold out").first()).toBeVisible();
});

test("a payment page that expired at Stripe is replaced, and the order is paid once", async ({
  page,
  checkout,
  email,
  admin,
}) => {
  await checkout.goToPayment("quay-mug", email);
  // A page that was loaded as a whole says in its source which session it is of.
  const loaded = await page.reload();
  await checkout.fillCard(cards.succeeds);
  await expireSession((await loaded?.text()) ?? "");
  await checkout.payButton.click();
  await page.waitForURL("**/checkout/payment?notice=renewed");
  await expect(page.getByText("The payment form had expired")).toBeVisible();

  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
  const rows = await admin.findOrders(email);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Paid");
});

test("a debit that fails days later is mailed, and its link pays the same order", async ({
  page,
  context,
  baseURL,
  checkout,
  email,
  admin,
}) => {
  await context.addCookies([{ name: "currency", value: "EUR", url: baseURL ?? "" }]);
  await checkout.goToPayment("quay-mug", email);
  await checkout.fields.getByRole("tab", { name: "SEPA Direct Debit" }).click();
  await checkout.fields.getByRole("textbox", { name: "Full name" }).fill("Ada Lovelace");
  await checkout.fields.getByRole("textbox", { name: "IBAN" }).fill("AT861904300235473202");
  await checkout.payButton.click();
  // The bank may say no before the shopper is back, or after.
  await page.waitForURL(/\/orders\/[\w-]{32}|notice=unpaid/);
  await advanceSandbox(4 * 60);

  await expect(async () => {
    await admin.page.goto("/admin/outbox");
    const mail = admin.page.getByRole("listitem").filter({ hasText: email }).first();
    await expect(mail).toContainText("did not go through", { timeout: 500 });
  }).toPass();
  await page.goto(await admin.linkMailedTo(email));
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
  const rows = await admin.findOrders(email);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Paid");
});
