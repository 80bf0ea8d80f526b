import type { Locator, Page } from "@playwright/test";

/** The till. */
export class RegisterPage {
  readonly paid: Locator;
  readonly declined: Locator;
  readonly ask: Locator;
  readonly testCard: Locator;

  constructor(readonly page: Page) {
    this.paid = page.getByRole("heading", { name: /^Paid/ });
    this.declined = page.getByText("Declined", { exact: true });
    this.ask = page.getByRole("button", { name: /^Ask the reader/ });
    this.testCard = page.getByLabel("Sandbox: the shopper holds");
  }

  /** Opens the till and puts goods into the basket, by their SKUs as a scanner types them. */
  async scan(...skus: string[]): Promise<void> {
    await this.page.goto("/admin/register");
    const field = this.page.getByRole("textbox", { name: /Search goods/ });
    for (const sku of skus) {
      await field.fill(sku);
      await field.press("Enter");
      await field.and(this.page.locator('[value=""]')).waitFor();
    }
  }

  async nameCustomer(email: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add a customer" }).click();
    await this.page.getByLabel("Customer’s name or e-mail").fill(email);
    await this.page.getByRole("button", { name: new RegExp(email) }).click();
  }

  async charge(): Promise<void> {
    await this.page.getByRole("button", { name: /^Charge/ }).click();
    await this.page.waitForURL(/\/register\/sales\//);
  }

  async connect(): Promise<void> {
    await this.page.getByRole("button", { name: /^Connect/ }).click();
    await this.page.getByText("Reader ready").waitFor();
  }

  tender(name: "Card" | "Cash" | "Card on file" | "Other"): Promise<void> {
    return this.page.getByRole("button", { name, exact: true }).click();
  }
}
