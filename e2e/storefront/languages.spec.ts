import { axeProblems } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { cards, CheckoutPage } from "../pages/checkout-page";

const shoppers = [
  {
    locale: "de",
    name: "Erika Mustermann",
    country: ["Land oder Region", "DE"],
    fields: { "Straße und Hausnummer": "Kai 1", Postleitzahl: "20457", Ort: "Hamburg" },
    region: null,
    missing: "Gib Straße und Hausnummer ein.",
    goods: "Nebel",
    rate: /^Bummelboot/,
    toShipping: "Weiter zum Versand",
    toPayment: "Weiter zur Zahlung",
    pay: /^[\d.,]+\s. bezahlen$/u,
  },
  {
    locale: "ja",
    name: "山田 花子",
    country: ["国または地域", "JP"],
    fields: { "町名・番地": "千代田1-1", 郵便番号: "1000001", 市区町村: "千代田区" },
    region: ["都道府県", "東京都"],
    missing: "町名と番地を入力してください。",
    goods: "霧",
    rate: /^通常便/,
    toShipping: "配送方法へ進む",
    toPayment: "お支払いへ進む",
    pay: /^.[\d.,]+ を支払う$/u,
  },
] as const;

for (const shopper of shoppers) {
  const { locale, name, country, fields, region, missing, goods, rate } = shopper;
  const { toShipping, toPayment, pay } = shopper;
  test(`a shopper who reads ${locale} buys in their language and their form of address`, async ({
    page,
    context,
    baseURL,
    email,
  }) => {
    const checkout = new CheckoutPage(page);
    await checkout.addToBag("quay-mug");
    await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    await page.goto("/checkout");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await page.locator("#email").fill(email);
    await page.getByRole("combobox", { name: country[0] }).first().selectOption(country[1]);
    await page.locator("#shipping-name").fill(name);
    await page.getByRole("button", { name: toShipping }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: missing })).toBeVisible();
    expect(await axeProblems(page)).toEqual([]);

    for (const [label, value] of Object.entries(fields)) {
      await page.getByRole("textbox", { name: label, exact: true }).first().fill(value);
    }
    if (region !== null) {
      await page
        .getByRole("combobox", { name: region[0] })
        .first()
        .selectOption({ label: region[1] });
    }
    await page.getByRole("button", { name: toShipping }).click();
    await page.waitForURL("**/checkout/shipping");
    // The goods' colours and the ways to send them are the shop's own words, and are translated too.
    await expect(page.getByRole("complementary").getByText(goods).last()).toBeVisible();
    await expect(page.getByRole("radio", { name: rate })).toBeVisible();
    await page.getByRole("button", { name: toPayment }).click();
    await page.waitForURL("**/checkout/payment");
    const card = checkout.fields.locator("input");
    await card.nth(0).fill(cards.succeeds);
    await card.nth(1).fill("12 / 34");
    await card.nth(2).fill("123");
    await page.getByRole("button", { name: pay }).click();
    await page.waitForURL(/\/orders\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByText(goods, { exact: true })).toBeVisible();
  });
}
