import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

test.describe("finding an order", () => {
  test("a guest is mailed a link, and a stranger is told the same", async ({
    page,
    checkout,
    email,
    admin,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    const number =
      /\d+/.exec(
        await page
          .getByText(/^Order \d+$/)
          .first()
          .innerText(),
      )?.[0] ?? "";

    for (const address of ["stranger@example.com", email]) {
      await page.goto("/lookup");
      await page.getByLabel("Order number").fill(number);
      await page.getByLabel("E-mail").fill(address);
      await page.getByRole("button", { name: "Send me a link" }).click();
      await expect(page.getByText("a link to the order is on its way")).toBeVisible();
    }
    await page.goto(await admin.linkMailedTo(email));
    await expect(checkout.thanks).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Receipt as PDF" }).click();
    expect((await download).suggestedFilename()).toBe(`kittiwake-${number}.pdf`);

    await page.goto(page.url().replace(/.$/, "~"));
    await expect(checkout.thanks).toBeHidden();
  });
});
