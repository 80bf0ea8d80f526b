import type { FrameLocator, Locator, Page } from "@playwright/test";

export const cards = {
  succeeds: "4242 4242 4242 4242",
  authenticates: "4000 0025 0000 3155",
  insufficientFunds: "4000 0000 0000 9995",
  declined: "4000 0000 0000 0002",
  unionPay19: "6205 5000 0000 0000 004",
} as const;

/** The way from a product to its payment. */
export class CheckoutPage {
  /** The card fields: a frame of the sandbox's origin, as Stripe's is of Stripe's. */
  readonly fields: FrameLocator;
  readonly payButton: Locator;
  readonly problem: Locator;
  /** How it is sent, in one line beside the payment form. */
  readonly shippingFold: Locator;
  readonly thanks: Locator;

  constructor(readonly page: Page) {
    this.fields = page.frameLocator('iframe[src*="/frames/payment"]');
    this.payButton = page.getByRole("button", { name: /^Pay [$€£¥][\d.,]+$/ });
    this.problem = page.getByRole("main").getByRole("alert");
    this.shippingFold = page.locator("summary").filter({ hasText: "Change" });
    this.thanks = page.getByRole("heading", { name: /^Thank you/ });
  }

  async addToBag(slug: string): Promise<void> {
    await this.page.goto(`/products/${slug}`);
    await this.page.getByRole("button", { name: /^Add to bag/ }).click();
    await this.page.getByRole("link", { name: /^Bag, 1/ }).waitFor();
  }

  async fillAddress(email: string): Promise<void> {
    const field = (name: string) => this.page.getByRole("textbox", { name, exact: true });
    await field("E-mail").fill(email);
    // Where the shop guesses another country from the currency.
    await this.page.getByRole("combobox", { name: "Country or region" }).first().selectOption("US");
    await field("First and last name").fill("Ada Lovelace");
    await field("Street and number").fill("1 Analytical Way");
    await field("City").fill("Portland");
    await this.page.getByRole("combobox", { name: "State" }).selectOption("Maine");
    await field("ZIP code").fill("04101");
  }

  /** From the shop to the payment step. */
  async goToPayment(slug: string, email: string): Promise<void> {
    await this.addToBag(slug);
    await this.page.goto("/checkout");
    await this.fillAddress(email);
    await this.goOnToPayment();
  }

  /** From an address that is filled in to the payment step. */
  async goOnToPayment(): Promise<void> {
    await this.page.getByRole("button", { name: "Continue to shipping" }).click();
    await this.page.waitForURL("**/checkout/shipping");
    await this.page.getByRole("button", { name: /^Continue to payment/ }).click();
    await this.page.waitForURL("**/checkout/payment");
  }

  async fillCard(number: string): Promise<void> {
    await this.fields.getByRole("textbox", { name: "Card number" }).fill(number);
    await this.fields.getByRole("textbox", { name: "Expiration date" }).fill("12 / 34");
    await this.fields.getByRole("textbox", { name: "Security code" }).fill("123");
    const postalCode = this.fields.getByRole("textbox", { name: "ZIP code" });
    if (await postalCode.isVisible()) await postalCode.fill("04101");
  }

  async payByCard(number: string): Promise<void> {
    await this.fillCard(number);
    await this.payButton.click();
  }

  /** The bank's page, in a frame over the store's. */
  async authenticate(outcome: "Complete authentication" | "Fail authentication"): Promise<void> {
    const bank = this.page.frameLocator('iframe[src*="/challenge/"]');
    await bank.getByRole("button", { name: outcome }).click();
  }
}
