import type { FrameLocator, Locator, Page } from "@playwright/test";

/** Stripe's own payment page, as a page or in a frame of the store's. */
export class StripePage {
  readonly payButton: Locator;

  constructor(readonly scope: Page | FrameLocator) {
    this.payButton = scope.getByRole("button", { name: /^Pay/ }).last();
  }

  static embeddedIn(page: Page): StripePage {
    return new StripePage(page.frameLocator('iframe[src*="/embedded/"]'));
  }

  async payByCard(number: string): Promise<void> {
    const field = (name: string) => this.scope.getByRole("textbox", { name });
    await field("Card number").fill(number);
    await field("Expiration date").fill("12 / 34");
    await field("Security code").fill("123");
    await field("ZIP or postal code").fill("04101");
    await this.payButton.click();
  }

  async payByMethod(name: string): Promise<void> {
    await this.scope.getByRole("radio", { name }).check({ force: true });
    await this.payButton.click();
  }
}
