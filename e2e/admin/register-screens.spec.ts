import type { Page } from "@playwright/test";
import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { RegisterPage } from "../pages/register-page";

/** The last is what the next step is done at. */
const sizes = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 768, height: 1024, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

/** What axe finds on the screen at any size, and whether something hangs over its side. */
async function problems(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, ...viewport } of sizes) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const isWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth;
    });
    const here = await axeProblems(page);
    if (isWide) here.push("something is wider than the screen");
    found.push(...here.map((problem) => `${viewport.width} px: ${problem}`));
  }
  return found;
}

test("every screen of the register is in order at every size", async ({
  admin: { page },
  email,
}) => {
  test.setTimeout(180_000);
  const register = new RegisterPage(page);
  const expectOrder = async () => expect(await problems(page)).toEqual([]);

  await register.scan("TAB-MUG-FOG");
  await register.nameCustomer(email);
  await page.getByRole("button", { name: "Discount", exact: true }).click();
  await expectOrder();
  await page.getByRole("button", { name: "10 %" }).click();
  await register.charge();
  for (const tender of ["Cash", "Other", "Card on file", "Card"] as const) {
    await register.tender(tender);
    await expectOrder();
  }
  await register.connect();
  await register.testCard.selectOption({ label: "A card that is declined" });
  await register.ask.click();
  await expect(register.declined).toBeVisible();
  await expectOrder();
  await register.testCard.selectOption({ label: "A card that is approved" });
  await register.ask.click();
  await expect(register.paid).toHaveText("Paid $16.20");
  await page.getByText("Refund", { exact: true }).click();
  await expectOrder();

  const receipt = page.getByRole("link", { name: "Print the receipt" });
  for (const path of [
    (await receipt.getAttribute("href")) ?? "",
    "/admin/register/sales",
    "/admin/register/day",
    "/admin/register/settings",
  ]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectOrder();
  }
});
