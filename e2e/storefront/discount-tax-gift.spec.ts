import { request, type Page } from "@playwright/test";
import type { AdminPage } from "../pages/admin-page";
import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { CheckoutPage, cards } from "../pages/checkout-page";

/** Issues a gift card, and gives its code, which is shown only then. */
async function issueGiftCard({ page }: AdminPage, amount: string): Promise<string> {
  await page.goto("/admin/gift-cards");
  await page.getByRole("textbox", { name: "Amount" }).fill(amount);
  await page.getByRole("button", { name: "Issue" }).click();
  const said = page.getByText(/^The code is \S+\. It is shown only now\.$/);
  await expect(said).toBeVisible();
  return /code is ([\w-]+)\./.exec(await said.innerText())?.[1] ?? "";
}

async function useCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "Discount code or gift card" }).fill(code);
  await page.getByRole("button", { name: "Use code" }).click();
}

/** The amount beside a word in the summary that is shown. */
const row = (page: Page, label: string | RegExp) =>
  page
    .getByRole("term")
    .filter({ hasText: label, visible: true })
    .locator("xpath=following::dd[1]");

/** What the gateway has taken of somebody, in minor units. */
async function chargedTo(email: string): Promise<number[]> {
  const stripe = await request.newContext({
    extraHTTPHeaders: { authorization: "Bearer sk_test_sandbox" },
  });
  const url = `${process.env["E2E_SANDBOX_URL"]}/v1/checkout/sessions?expand[]=data.payment_intent`;
  const params = `customer_details[email]=${encodeURIComponent(email)}`;
  const answer: { data: { payment_intent: { amount_received: number } | null }[] } = await (
    await stripe.get(`${url}&${params}`)
  ).json();
  await stripe.dispose();
  return answer.data.map(({ payment_intent: intent }) => intent?.amount_received ?? 0);
}

async function fillCalifornia(page: Page, checkout: CheckoutPage, email: string): Promise<void> {
  await checkout.fillAddress(email);
  await page.getByRole("textbox", { name: "City", exact: true }).fill("San Francisco");
  await page.getByRole("combobox", { name: "State" }).selectOption("California");
  await page.getByRole("textbox", { name: "ZIP code", exact: true }).fill("94107");
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await page.waitForURL("**/checkout/shipping");
}

test.describe("discounts, tax and gift cards", () => {
  test("a code, a state's tax and a gift card make one total, and Stripe is asked for the rest", async ({
    page,
    checkout,
    admin,
    email,
  }) => {
    const code = await issueGiftCard(admin, "20");
    await checkout.addToBag("quay-mug");
    await page.goto("/cart");
    await useCode(page, "no-such-code");
    await expect(page.getByText("We do not know this code.")).toBeVisible();
    await useCode(page, "welcome10");
    await expect(row(page, "Discount WELCOME10")).toHaveText("−$1.80");
    await useCode(page, code.toLowerCase());
    await expect(page.getByText("The gift card is used for your order.")).toBeVisible();

    await page.goto("/checkout");
    await fillCalifornia(page, checkout, email);
    // 7.25 % of 16.20 and of 7.00, each rounded: 1.17 and 0.51.
    await expect(row(page, "Sales tax 7.25%")).toHaveText("$1.68");
    await expect(row(page, /^Total/)).toHaveText("$24.88");
    await expect(row(page, "Still to pay")).toHaveText("$4.88");

    await page.getByRole("button", { name: /^Continue to payment/ }).click();
    await page.waitForURL("**/checkout/payment");
    await expect(checkout.payButton).toHaveText(/\$4\.88/);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    await expect(row(page, /^Gift card/)).toHaveText("−$20.00");
    await expect(row(page, "Sales tax 7.25%")).toHaveText("$1.68");

    await admin.page.goto("/admin/gift-cards");
    await admin.page.getByRole("link", { name: `•••• ${code.slice(-4)}` }).click();
    await expect(row(admin.page, "Balance")).toHaveText("$0.00");
    await expect(admin.page.getByText("Taken from what was held: $20.00")).toBeVisible();
  });

  test("beside the payment form a code and another shipping change every total, and the card stays typed", async ({
    page,
    checkout,
    admin,
    email,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fillCard(cards.succeeds);
    let loads = 0;
    page.on("load", () => (loads += 1));
    const typed = (name: string) => checkout.fields.getByRole("textbox", { name });
    const expectTyped = async () => {
      await expect(typed("Card number")).toHaveValue(cards.succeeds);
      await expect(typed("Expiration date")).toHaveValue("12 / 34");
      await expect(typed("Security code")).toHaveValue("123");
      await expect(checkout.payButton).toBeEnabled();
    };
    await useCode(page, "no-such-code");
    await expect(page.getByText("We do not know this code.")).toBeVisible();
    await expectTyped();

    await useCode(page, "welcome10");
    await expect(row(page, "Discount WELCOME10")).toHaveText("−$1.80");
    await expect(checkout.payButton).toHaveText(/\$23\.20/);
    await expectTyped();
    await checkout.shippingFold.click();
    await page.getByRole("radio", { name: /^Express/ }).check();
    await expect(checkout.shippingFold).toContainText("Express · $19.00");
    await expect(row(page, "Shipping")).toHaveText("$19.00");
    await expect(checkout.payButton).toHaveText(/\$35\.20/);
    await page.getByRole("button", { name: "Remove WELCOME10" }).click();
    await expect(checkout.payButton).toHaveText(/\$37\.00/);
    await useCode(page, "welcome10");
    await expect(checkout.payButton).toHaveText(/\$35\.20/);
    await expectTyped();

    await checkout.payButton.click();
    await expect(checkout.thanks).toBeVisible();
    await expect(row(page, /^Total/)).toHaveText("$35.20");
    expect(loads).toBeLessThan(2);
    expect(await chargedTo(email)).toEqual([3520]);
    await admin.openOrderOf(email);
    await expect(admin.sum("Captured")).toHaveText("$35.20");
  });

  test("who changes the total in another tab is shown it before anything is paid", async ({
    page,
    checkout,
    email,
  }) => {
    await checkout.goToPayment("quay-mug", email);
    await checkout.fillCard(cards.succeeds);
    const other = await page.context().newPage();
    await other.goto("/checkout/payment");
    await useCode(other, "welcome10");
    await expect(new CheckoutPage(other).payButton).toHaveText(/\$23\.20/);
    expect(await axeProblems(other)).toEqual([]);

    await checkout.payButton.click();
    await page.waitForURL("**/checkout/payment?notice=renewed");
    await expect(checkout.payButton).toHaveText(/\$23\.20/);
    await checkout.payByCard(cards.succeeds);
    await expect(checkout.thanks).toBeVisible();
    await expect(row(page, /^Total/)).toHaveText("$23.20");
  });

  test("a gift card pays for all of it, without Stripe and without JavaScript", async ({
    browser,
    baseURL,
    admin,
    email,
  }) => {
    const code = await issueGiftCard(admin, "50");
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    const checkout = new CheckoutPage(page);
    await page.goto("/products/quay-mug");
    await page.getByRole("button", { name: /^Add to bag/ }).click();
    await page.goto("/checkout");
    await checkout.fillAddress(email);
    await page.getByRole("button", { name: "Continue to shipping" }).click();
    await useCode(page, "fairwind");
    await expect(row(page, "Shipping")).toHaveText("Free with FAIRWIND");
    await useCode(page, code);
    await expect(row(page, "Still to pay")).toHaveText("$0.00");
    await page.getByRole("button", { name: /^Continue to payment/ }).click();
    await page.getByRole("button", { name: "Order and pay $18.00 by gift card" }).click();
    await expect(checkout.thanks).toBeVisible();
    await context.close();

    await admin.page.goto("/admin/gift-cards");
    await admin.page.getByRole("link", { name: `•••• ${code.slice(-4)}` }).click();
    await expect(row(admin.page, "Balance")).toHaveText("$32.00");
  });

  test("a merchant makes a code for one product only, and it says so where it does not apply", async ({
    page,
    checkout,
    admin,
  }) => {
    const code = `LAMP${Date.now() % 1_000_000}`;
    const form = admin.page;
    await form.goto("/admin/promotions/new");
    await form.getByRole("textbox", { name: "Code" }).fill(code);
    await form.getByRole("textbox", { name: "Name" }).fill("Lamps only");
    await form.getByRole("textbox", { name: "Percentage" }).fill("25");
    await form.getByRole("textbox", { name: "Only for" }).fill("lamp-room");
    await form.getByRole("button", { name: "Create promotion" }).click();
    await form.waitForURL(/\/admin\/promotions\/[0-9a-f-]{36}$/);

    await checkout.addToBag("quay-mug");
    await page.goto("/cart");
    await useCode(page, code);
    await expect(page.getByText("Nothing in your bag belongs to this code.")).toBeVisible();
    await page.getByRole("button", { name: `Remove ${code}` }).click();
    await expect(page.getByText("Nothing in your bag belongs to this code.")).toBeHidden();
  });
});
