import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

type LayoutShift = PerformanceEntry & { value: number };

/** When the page was painted first, and when it asked for each of its scripts, in ms. */
function timesOf(page: Page): Promise<{ painted: number; scripts: number[] }> {
  return page.evaluate(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const loaded = performance.getEntriesByType("resource");
    const scripts = loaded.filter(({ name }) => name.endsWith(".js"));
    return { painted: paint?.startTime ?? -1, scripts: scripts.map(({ startTime }) => startTime) };
  });
}

test("a page is painted before it asks for its scripts, and then they work", async ({ page }) => {
  await page.goto("/products/quay-mug");
  await page.getByRole("button", { name: /^Add to bag/ }).click();
  await expect(page.getByRole("link", { name: /^Bag, 1/ })).toBeVisible();
  for (const path of ["/", "/products/quay-mug", "/cart", "/checkout"]) {
    await page.goto(path);
    await expect.poll(async () => (await timesOf(page)).scripts.length, path).toBeGreaterThan(3);
    const { painted, scripts } = await timesOf(page);
    expect(painted, path).toBeGreaterThan(0);
    expect(Math.min(...scripts), path).toBeGreaterThanOrEqual(painted);
  }
});

test("a picture that never comes keeps no page from working", async ({ page }) => {
  await page.route("**/hero-*.svg", () => undefined);
  await page.goto("/", { waitUntil: "commit" });
  await expect.poll(async () => (await timesOf(page)).scripts.length).toBeGreaterThan(3);
});

const scripts = "**/_next/static/**/*.js";

/** Keeps scripts away until it is called. */
async function withoutScripts(page: Page): Promise<() => void> {
  let letCome = () => {};
  const called = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(scripts, async (route) => {
    await called;
    await route.continue();
  });
  return letCome;
}

test("what is chosen before the scripts come is what counts", async ({ page, checkout, email }) => {
  await checkout.addToBag("quay-mug");
  let letScriptsCome = await withoutScripts(page);
  await page.goto("/checkout", { waitUntil: "commit" });
  const country = page.getByRole("combobox", { name: "Country or region" }).first();
  await country.selectOption("Germany");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  letScriptsCome();
  await expect(page.getByRole("combobox", { name: "State" })).toHaveCount(0);
  await expect(country).toHaveValue("DE");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);

  await checkout.fillAddress(email);
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await page.waitForURL("**/checkout/shipping");
  await page.unroute(scripts);
  letScriptsCome = await withoutScripts(page);
  await page.reload({ waitUntil: "commit" });
  const total = page.getByRole("complementary").getByText("$37.00").filter({ visible: true });
  await page.getByRole("radio", { name: /^Express/ }).check();
  await expect(total).toHaveCount(0);
  letScriptsCome();
  await expect(total.first()).toBeVisible();
});

test("the payment form comes without moving what is pressed below it", async ({
  page,
  checkout,
  email,
}) => {
  await checkout.goToPayment("quay-mug", email);
  const wayOut = page.getByRole("button", { name: /Pay on Stripe's own page/ });
  await expect(wayOut).toBeVisible();
  // Both parts of the form come late: the page has a skeleton until then, and no button that will move.
  let letFormCome = () => {};
  const called = new Promise<void>((resolve) => (letFormCome = resolve));
  await page.route("**/frames/payment?**", async (route) => {
    await called;
    await route.continue();
  });
  const asked = page.waitForRequest("**/frames/payment?**");
  await page.reload({ waitUntil: "commit" });
  await asked;
  await expect(wayOut).toBeHidden();
  letFormCome();
  await expect(wayOut).toBeVisible();
  await expect(checkout.fields.getByRole("textbox", { name: "Card number" })).toBeVisible();
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as LayoutShift).value, 0)),
        ).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(0)));
      }),
  );
  expect(moved).toBeLessThan(0.02);
});
