import { expect, test } from "../fixtures/test";

test.use({ javaScriptEnabled: false });

test("what is not there says so, with no script and to programs too", async ({ page }) => {
  const nowhere = [
    "/products/no-such-mug",
    "/products/category/no-such-shelf",
    "/orders/no-such-order",
    "/orders/no-such-order/pay",
    "/no-such-page",
  ];
  for (const path of nowhere) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(
      "Nothing at this mooring",
    );
    await expect(page.locator('meta[name="robots"]').first(), path).toHaveAttribute(
      "content",
      /noindex/,
    );
  }
  await page.getByRole("link", { name: "See everything" }).first().click();
  await expect(page).toHaveURL(/\/products$/);
});
