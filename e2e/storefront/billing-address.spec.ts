import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

test("a bill to somebody else outlives every refusal, and the total stays", async ({
  page,
  checkout,
  email,
}) => {
  await checkout.goToPayment("quay-mug", email);
  const billing = page.getByRole("region", { name: "Billing address" });
  await expect(billing).toContainText("Ada Lovelace, 1 Analytical Way");
  await billing.getByRole("button", { name: "Change the billing address" }).click();

  // It begins with what is known, and has the focus.
  const address = page.frameLocator('iframe[src*="/frames/address"]');
  const name = address.getByRole("textbox", { name: "Full name" });
  await expect(name).toHaveValue("Ada Lovelace");
  await expect(name).toBeFocused();
  await expect(address.getByRole("textbox", { name: "Address line 1" })).toHaveValue(
    "1 Analytical Way",
  );
  expect(await axeProblems(page)).toEqual([]);

  await name.fill("");
  await checkout.payByCard(cards.declined);
  await expect(checkout.problem).toContainText("Nothing was charged");
  await expect(address.getByText("This field is incomplete.")).toBeVisible();
  await name.fill("Difference Engines");
  await checkout.payButton.click();
  await expect(checkout.problem).toContainText("Your card was declined.");
  await expect(name).toHaveValue("Difference Engines");

  await address.getByRole("textbox", { name: "City" }).fill("Augusta");
  await billing.getByRole("button", { name: "Use this address" }).click();
  const chosen = "Difference Engines, 1 Analytical Way, Augusta, ME 04101, United States";
  await expect(billing).toContainText(chosen);
  await page.reload();
  await expect(billing).toContainText(chosen);

  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
  const details = page.getByRole("region", { name: "Delivery and payment" });
  await expect(details).toContainText(/Difference Engines\s*1 Analytical Way\s*Augusta/);
  await expect(details).toContainText(/Ada Lovelace\s*1 Analytical Way\s*Portland/);
  await expect(page.getByText("$25.00").first()).toBeVisible();
});
