import { expect, test } from "../fixtures/test";
import { cards, CheckoutPage } from "../pages/checkout-page";

test("the connection that breaks while paying leads to the order and never to a second payment", async ({
  page,
  context,
  checkout,
  email,
  admin,
}) => {
  await checkout.goToPayment("quay-mug", email);
  await checkout.fillCard(cards.succeeds);
  // The gateway takes the payment, and then nothing comes through any more.
  await page.route(/\/confirm$/, async (route) => {
    await route.fetch();
    await context.setOffline(true);
    await route.abort("connectionreset");
  });
  await checkout.payButton.click();
  await expect(page.getByText("We are checking your payment")).toBeVisible();
  await context.setOffline(false);
  await expect(checkout.thanks).toBeVisible();

  await admin.openOrderOf(email);
  await expect(admin.sum("Captured")).toHaveText("$25.00");
});

test("two tabs pay one order once", async ({ page, context, checkout, email, admin }) => {
  await checkout.goToPayment("quay-mug", email);
  const second = new CheckoutPage(await context.newPage());
  await second.page.goto("/checkout/payment");
  await second.fillCard(cards.succeeds);
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();

  await second.payButton.click();
  await expect(second.thanks).toBeVisible();
  expect(second.page.url()).toBe(page.url());
  await admin.openOrderOf(email);
  await expect(admin.sum("Captured")).toHaveText("$25.00");
});

test("a bag that is changed in another tab is not paid for as it was", async ({
  context,
  page,
  checkout,
  email,
}) => {
  await checkout.goToPayment("quay-mug", email);
  await checkout.fillCard(cards.succeeds);
  const other = new CheckoutPage(await context.newPage());
  await other.page.goto("/products/quay-mug");
  await other.page.getByRole("button", { name: /^Add to bag/ }).click();
  await other.page.getByRole("link", { name: /^Bag, 2/ }).waitFor();

  await checkout.payButton.click();
  await page.waitForURL("**/checkout/shipping?notice=changed");
  await expect(checkout.problem).toContainText("Nothing was charged");
});
