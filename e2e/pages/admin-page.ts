import type { Locator, Page } from "@playwright/test";

/** The merchant's pages. */
export class AdminPage {
  readonly refundDialog: Locator;
  readonly orderRows: Locator;

  constructor(readonly page: Page) {
    this.refundDialog = page.getByRole("dialog", { name: /refund/i });
    this.orderRows = page
      .getByRole("table", { name: "Orders" })
      .getByRole("row")
      .filter({
        has: page.getByRole("link"),
      });
  }

  /** The first page of somebody who is signed in. */
  async open(): Promise<void> {
    await this.page.goto("/admin");
    await this.page.getByRole("heading", { name: /^Hello/ }).waitFor();
  }

  async signIn(): Promise<void> {
    await this.page.goto("/admin");
    await this.page.getByRole("textbox", { name: "E-mail" }).fill("merchant@tender.test");
    await this.page.getByRole("textbox", { name: "Password" }).fill("tender-sandbox");
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByRole("heading", { name: /^Hello/ }).waitFor();
  }

  async findOrders(email: string): Promise<Locator> {
    await this.page.goto(`/admin/orders?search=${encodeURIComponent(email)}`);
    return this.orderRows;
  }

  async openOrderOf(email: string): Promise<void> {
    const rows = await this.findOrders(email);
    await rows.getByRole("link").first().click();
    await this.page.getByRole("heading", { name: /^Order #/ }).waitFor();
  }

  async openRefund(): Promise<void> {
    await this.page.getByRole("button", { name: "Refund", exact: true }).first().click();
    await this.refundDialog.waitFor();
  }

  /** What stands under a name in the payment's sums: "Refunded" → "$5.00". */
  sum(name: string): Locator {
    return this.page
      .getByRole("article")
      .first()
      .locator("dl > div")
      .filter({ has: this.page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }) })
      .getByRole("definition");
  }

  /** Where the button of the newest mail to somebody leads. */
  async linkMailedTo(email: string): Promise<string> {
    await this.page.goto("/admin/outbox");
    await this.page
      .getByRole("listitem")
      .filter({ hasText: email })
      .first()
      .getByRole("link")
      .click();
    await this.page.waitForURL(/\/admin\/outbox\/./);
    const link = /https?:\/\/localhost:\d+\/(?:orders|account)\/[\w./?=~-]+/;
    const found = link.exec(await this.page.content())?.[0];
    if (found === undefined) throw new Error(`No link was mailed to ${email}.`);
    return found;
  }
}
