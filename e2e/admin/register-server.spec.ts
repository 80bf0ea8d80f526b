import { expect, test } from "../fixtures/test";
import { RegisterPage } from "../pages/register-page";

/** A till of its own, for which the shop's server asks the reader. */
const till = `server-${Date.now()}`;

test("a till whose reader the server asks sells after a decline, and takes a turn back", async ({
  admin,
}) => {
  const { page } = admin;
  const register = new RegisterPage(page, till);
  await register.make();
  await register.serverAsks();
  await register.addReader("Counter reader");

  await register.scan("TAB-MUG-FOG");
  await register.charge();
  await expect(page.getByText("Reader ready")).toBeVisible();
  await register.ask.click();
  await expect(page.getByText("Waiting for a card")).toBeVisible();
  await register.testCard.selectOption({ label: "A card that is declined" });
  await page.getByRole("button", { name: "Hold the card to it" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("declined");

  // Loaded again in the middle, the payment is there, and its reader can be asked again.
  await page.reload();
  await register.ask.click();
  await expect(page.getByText("Waiting for a card")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Waiting for a card")).toBeVisible();
  await page.getByRole("button", { name: "Cancel the card" }).click();
  await expect(page.getByText("Reader ready")).toBeVisible();

  await register.ask.click();
  await page.getByRole("button", { name: "Hold the card to it" }).click();
  await expect(register.paid).toHaveText("Paid $18.00");
  await expect(page.getByText("Paid", { exact: true })).toHaveCount(1);
});
