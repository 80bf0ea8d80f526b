import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "./browser/testing/shop";

let shop: Shop;
beforeAll(async () => (shop = await openShop()), 60_000);
afterAll(() => shop.close());

describe("the dashboard", () => {
  it("shows payments, events and every kind of fault, without an error", async () => {
    const { stripe, url } = shop.sandbox;
    await stripe.customers.create({ name: "Ada" });
    await shop.sandbox.raw("/_sandbox/faults", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        requests: [{ endpoint: "POST /v1/refunds", kind: "status", times: 2 }],
        webhooks: [{ events: "charge.*", kind: "twice" }],
        readers: [{ command: "collectPaymentMethod", kind: "busy" }],
      }),
    });
    const page = await shop.open(url);
    const faults = page.locator("#faults li");
    await faults.nth(2).waitFor();
    expect(await faults.allTextContents()).toEqual([
      "POST /v1/refunds — status, 2 more",
      "charge.* — twice",
      "collectPaymentMethod — busy",
    ]);
    await page.getByRole("button", { name: "customer.created" }).click();
    await page.locator("#detail-json", { hasText: '"name": "Ada"' }).waitFor();
  });
});
