import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, paymentForm, type Shop } from "./testing/shop";

/**
 * Browsers let a frame of another site that is out of view do no layout of its own. Its height must
 * follow the window all the same, or it is cut off, or leaves a hole, until the shopper scrolls to it.
 */
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function mountPayment(page: Page, marginTop: string): Promise<void> {
  await page.evaluate((margin) => {
    document.querySelector<HTMLElement>("#form")?.style.setProperty("margin-top", margin);
    const elements = window
      .Stripe?.("pk_test_sandbox")
      .elements({ mode: "payment", amount: 2100, currency: "usd" });
    elements?.create("payment").mount("#form");
  }, marginTop);
  await paymentForm(page).getByLabel("Card number").waitFor();
}

/** By how much the frame is higher than what it holds; above it are four pixels for a focus ring. */
async function gap(page: Page): Promise<number> {
  const frame = page.frames().find((found) => found.url().includes("/frames/payment"));
  const content = await frame?.evaluate(() => document.body.getBoundingClientRect().height);
  const given = await page
    .locator("iframe")
    .first()
    .evaluate((node) => node.clientHeight);
  return given - Math.ceil(content ?? 0);
}

describe("the height of a field frame", () => {
  it.each([
    ["in view", "0px"],
    ["out of view", "3000px"],
  ])("follows the window, wider and narrower, %s", async (_where, margin) => {
    const page = await shop.open();
    await page.setViewportSize({ width: 1280, height: 800 });
    await mountPayment(page, margin);

    for (const width of [300, 1280, 600, 300, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => gap(page), { timeout: 5000 }).toBe(0);
    }
    await page.close();
  });
});
