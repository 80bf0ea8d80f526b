import { expect, type Locator, type Page } from "@playwright/test";

/** The till. */
export class RegisterPage {
  readonly paid: Locator;
  readonly declined: Locator;
  readonly ask: Locator;
  readonly testCard: Locator;

  /** `till`: the id of one of its own; else the first one is used. */
  constructor(
    readonly page: Page,
    private readonly till?: string,
  ) {
    this.paid = page.getByRole("heading", { name: /^Paid/ });
    this.declined = page.getByText("Declined", { exact: true });
    this.ask = page.getByRole("button", { name: /^Ask the reader/ });
    this.testCard = page.getByLabel("Sandbox: the shopper holds");
  }

  private addressOf(path: string): string {
    return this.till === undefined ? path : `${path}?till=${this.till}`;
  }

  /** Makes the till, and opens its settings. */
  async make(): Promise<void> {
    await this.page.goto("/admin/register/settings");
    const form = this.page.getByRole("region", { name: "Another till" });
    await form.getByLabel("Name").fill("Counter at the back");
    await form.getByLabel("Id for programs").fill(this.till ?? "counter");
    await form.getByRole("button", { name: "Make the till" }).click();
    await form.getByText("is ready to sell").waitFor();
    await this.page.goto(this.addressOf("/admin/register/settings"));
  }

  async serverAsks(): Promise<void> {
    await this.page.getByLabel("The shop’s server").check();
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.getByText("Saved.").waitFor();
  }

  async addReader(name: string): Promise<void> {
    const form = this.page.getByRole("region", { name: "Readers that the server asks" });
    await form.getByLabel("Registration code").fill("simulated-wpe");
    await form.getByLabel("Name of the reader").fill(name);
    if (await form.getByLabel("Street and number").isVisible()) {
      await form.getByLabel("Street and number").fill("1 Quay Street");
      await form.getByLabel("City").fill("Portland");
      await form.getByLabel("Postal code").fill("97201");
      await form.getByLabel("State or province").fill("OR");
    }
    await form.getByRole("button", { name: "Register the reader" }).click();
    await form.getByText(`${name} is registered.`).waitFor();
  }

  /** Opens the till, and waits until it takes what is typed. */
  async open(): Promise<void> {
    await this.page.goto(this.addressOf("/admin/register"));
    await this.page.locator('[aria-busy="false"]').waitFor();
  }

  /** Opens the till and puts goods into the basket, by their SKUs as a scanner types them. */
  async scan(...skus: string[]): Promise<void> {
    await this.open();
    const field = this.page.getByRole("textbox", { name: /Search goods/ });
    const charge = this.page.getByRole("button", { name: /^Charge/ });
    for (const sku of skus) {
      const before = await charge.innerText();
      await field.fill(sku);
      await field.press("Enter");
      await expect(charge).not.toHaveText(before);
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
