import { expect, test } from "../fixtures/test";
import { RegisterPage } from "../pages/register-page";

test.describe("a till", () => {
  test("takes a card after a decline, keeps it, and charges it the next time", async ({
    admin,
    email,
  }) => {
    const till = new RegisterPage(admin.page);
    await till.scan("TAB-MUG-FOG");
    await till.nameCustomer(email);
    await till.charge();
    await till.connect();
    await till.testCard.selectOption({ label: "A card that is declined" });
    await till.ask.click();
    await expect(till.declined).toBeVisible();
    await till.testCard.selectOption({ label: "A card that is approved" });
    await till.ask.click();
    await expect(till.paid).toHaveText("Paid $18.00");

    await admin.page.getByLabel(/agrees that this shop/).check();
    await admin.page.getByRole("button", { name: "Keep the card" }).click();
    await expect(admin.page.getByText(/4242 is on file/)).toBeVisible();

    await till.scan("TAB-MUG-FOG");
    await till.nameCustomer(email);
    await till.charge();
    await till.tender("Card on file");
    await admin.page.getByRole("button", { name: /^Charge \$18.00 to Visa/ }).click();
    await expect(till.paid).toHaveText("Paid $18.00");
  });

  test("splits a sale, finds it after a reload, and gives change and money back", async ({
    admin,
  }) => {
    const { page } = admin;
    const till = new RegisterPage(page);
    await till.scan("TAB-MUG-FOG", "TAB-MUG-FOG");
    await page.getByRole("button", { name: "Discount", exact: true }).click();
    await page.getByRole("button", { name: "10 %" }).click();
    await till.charge();
    await page.getByLabel("Amount").fill("12.40");
    await till.tender("Cash");
    await page.getByRole("button", { name: /^Take cash/ }).click();
    await expect(page.getByRole("heading", { name: "$20.00" })).toBeVisible();

    await page.reload();
    await expect(page.getByRole("heading", { name: "$20.00" })).toBeVisible();
    await till.connect();
    await till.ask.click();
    await expect(till.paid).toHaveText("Paid $32.40");

    await page.getByText("Refund", { exact: true }).click();
    await page.getByLabel("Of", { exact: true }).selectOption({ label: "Cash, $12.40 left" });
    await page.getByLabel(/^Amount in/).fill("2.40");
    await page.getByRole("button", { name: /^Give back/ }).dblclick();
    await expect(page.getByText("$2.40 is given back. Take it from the drawer.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("$12.40, $2.40 given back")).toBeVisible();
  });

  test("parks a basket, keeps another through a reload, and resumes the first", async ({
    admin,
  }) => {
    const { page } = admin;
    const till = new RegisterPage(page);
    await till.scan("TAB-MUG-FOG");
    await page.getByLabel("Name of the parked basket").fill("Red coat");
    await page.getByRole("button", { name: "Park" }).click();
    await expect(page.getByText("They gather here")).toBeVisible();
    await till.scan("TAB-MUG-INK");
    await page.reload();
    await expect(page.getByRole("button", { name: /^Charge/ })).toBeEnabled();
    await page.getByRole("button", { name: "Empty" }).click();
    await page.getByRole("button", { name: "Resume Red coat" }).click();
    await expect(page.getByRole("button", { name: "Charge $18.00" })).toBeEnabled();
  });
});
