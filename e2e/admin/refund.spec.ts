import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

test.describe("a merchant", () => {
  test("refunds a part, once, and the shopper sees it and gets a mail", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();

    await admin.openOrderOf(email);
    await admin.openRefund();
    await admin.refundDialog.getByRole("textbox", { name: /Amount/ }).fill("5.00");
    await admin.refundDialog.getByRole("button", { name: /^Refund/ }).dblclick();
    await expect(admin.sum("Refunded")).toHaveText("$5.00");
    await expect(admin.page.getByText("Partly refunded").first()).toBeVisible();

    await page.reload();
    await expect(page.getByText(/5\.00/).first()).toBeVisible();

    await expect(async () => {
      await admin.page.goto("/admin/outbox");
      const mails = admin.page.getByRole("listitem").filter({ hasText: email });
      await expect(mails).toHaveCount(2, { timeout: 500 });
    }).toPass();
  });

  test("cannot refund more than was taken", async ({ checkout, email, admin }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();

    await admin.openOrderOf(email);
    await admin.openRefund();
    await admin.refundDialog.getByRole("textbox", { name: /Amount/ }).fill("25.01");
    await admin.refundDialog.getByRole("button", { name: /^Refund/ }).click();
    await expect(admin.refundDialog).toContainText("More than is left to refund");
    await admin.page.reload();
    await expect(admin.sum("Refunded")).toHaveText("$0.00");
  });

  test("must sign in, and a wrong password tells nothing", async ({ page }) => {
    await page.goto("/admin/orders");
    await expect(page).toHaveURL(/\/admin\/sign-in/);
    await page.getByRole("textbox", { name: "E-mail" }).fill("nobody@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("That e-mail and password do not go together.")).toBeVisible();
    await expect(page).toHaveURL(/\/admin\/sign-in/);
  });
});
