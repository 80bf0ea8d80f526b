import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

test.describe("checkout", () => {
  test("a shopper buys with a card, and finds the order by its link", async ({
    page,
    checkout,
    email,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fillCard(cards.succeeds);
    // Far down the page, what is paid for is still beside the button.
    await page.getByRole("link", { name: "Back to shipping" }).scrollIntoViewIfNeeded();
    const summary = page.getByRole("complementary", { name: /order/i });
    await expect(summary.getByRole("heading", { name: "Your order" })).toBeInViewport();
    await checkout.payButton.click();

    await expect(checkout.thanks).toBeVisible();
    await expect(page).toHaveURL(/\/orders\/[\w-]{32}$/);
    await expect(page.getByText("Visa ending in 4242")).toBeVisible();
    await expect(page.getByRole("link", { name: "Bag", exact: false }).first()).toBeVisible();

    const link = page.url();
    await page.goto("/cart");
    await expect(page.getByRole("heading", { name: /empty/i })).toBeVisible();
    await page.goto(link);
    await expect(checkout.thanks).toBeVisible();
  });

  test("a UnionPay card of 19 digits pays", async ({ checkout, email }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.unionPay19);
    await expect(checkout.thanks).toBeVisible();
  });

  test("a card that must be authenticated pays when it is", async ({ checkout, email }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.authenticates);
    await checkout.authenticate("Complete authentication");
    await expect(checkout.thanks).toBeVisible();
  });

  test("a failed authentication charges nothing, and another card pays", async ({
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.authenticates);
    await checkout.authenticate("Fail authentication");
    await expect(checkout.problem).toContainText("Nothing was charged");

    const rows = await admin.findOrders(email);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("Unpaid");

    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
  });

  for (const [name, number, words] of [
    ["declined", cards.declined, "Your card was declined."],
    ["insufficient funds", cards.insufficientFunds, "insufficient funds"],
  ] as const) {
    test(`a card that is refused (${name}) can be replaced, and the order is paid once`, async ({
      checkout,
      email,
      admin,
    }) => {
      await checkout.goToPayment("quay-mug", email);
      await checkout.payByCard(number);
      await expect(checkout.problem).toContainText(words);

      await checkout.payByCard(cards.succeeds);
      await expect(checkout.thanks).toBeVisible();

      await admin.openOrderOf(email);
      await expect(admin.sum("Captured")).toHaveText("$25.00");
    });
  }

  test("the order is paid when the browser is closed right after paying", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    const accepted = page.waitForResponse(
      (response) => response.url().includes("/confirm") && response.ok(),
    );
    await checkout.payByCard(cards.succeeds);
    await accepted;
    await page.close();

    await expect(async () => {
      const rows = await admin.findOrders(email);
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText("Paid", { timeout: 500 });
    }).toPass();
  });

  test("two clicks on the button pay once", async ({ checkout, email, admin }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fillCard(cards.succeeds);
    await checkout.payButton.dblclick();
    await expect(checkout.thanks).toBeVisible();

    await admin.openOrderOf(email);
    await expect(admin.page.getByRole("article")).toHaveCount(1);
    await expect(admin.sum("Captured")).toHaveText("$25.00");
  });

  test("Back after paying leads to the order and not to a second payment", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    await page.goBack();
    await expect(checkout.payButton).toHaveCount(0);

    const rows = await admin.findOrders(email);
    await expect(rows).toHaveCount(1);
  });

  test("what was typed is kept, and each problem is named", async ({ page, checkout }) => {
    await checkout.addToBag("quay-mug");
    await page.goto("/checkout");
    await page.getByRole("textbox", { name: "E-mail", exact: true }).fill("not-an-address");
    await page.getByRole("textbox", { name: "City", exact: true }).fill("Portland");
    await page.getByRole("button", { name: "Continue to shipping" }).click();

    await expect(page).toHaveURL(/\/checkout$/);
    await expect(page.getByRole("textbox", { name: "City", exact: true })).toHaveValue("Portland");
    await expect(page.getByRole("textbox", { name: "E-mail", exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
  });
});
