import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

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
