import { createHmac } from "node:crypto";
import { AdminPage } from "../pages/admin-page";
import { cards, CheckoutPage } from "../pages/checkout-page";
import { freshSettings, removeData, startStore } from "../fixtures/store-process";
import { expect, test } from "../fixtures/test";

test.describe("a power cut", () => {
  // It has a store of its own, because it kills it.
  test.setTimeout(120_000);

  test("between paying and the webhook loses nothing: the order is paid after the restart", async ({
    browser,
    email,
  }) => {
    const settings = await freshSettings();
    let store = await startStore(settings);
    const context = await browser.newContext({ baseURL: store.url });
    const page = await context.newPage();
    const checkout = new CheckoutPage(page);
    try {
      await checkout.goToPayment("quay-mug", email);
      await checkout.fillCard(cards.succeeds);

      // The store dies when the payment is on its way to the gateway, which accepts it: neither the
      // webhook nor the return page can reach the store.
      await page.route(/\/confirm$/, async (route) => {
        await store.killStoreOnly();
        await route.continue();
      });
      const accepted = page.waitForResponse((r) => r.url().endsWith("/confirm") && r.ok());
      await checkout.payButton.click();
      await accepted;
      await store.kill();

      store = await startStore(settings);
      const admin = new AdminPage(await context.newPage());
      await admin.signIn();
      await expect(async () => {
        const rows = await admin.findOrders(email);
        await expect(rows).toHaveCount(1);
        await expect(rows).toContainText("Paid", { timeout: 500 });
      }).toPass({ timeout: 60_000 });
      await admin.openOrderOf(email);
      await expect(admin.sum("Captured")).toHaveText("$25.00");
    } finally {
      await context.close();
      await store.stop();
      await removeData(store);
    }
  });
});

test.describe("the webhook", () => {
  const body = (id: string) =>
    JSON.stringify({
      id,
      object: "event",
      api_version: "2026-10-28.endive",
      created: 1_795_000_000,
      type: "customer.created",
      livemode: false,
      data: { object: { id: "cus_1", object: "customer" } },
    });

  function signed(payload: string, secret = "whsec_sandbox"): Record<string, string> {
    const at = Math.floor(Date.now() / 1000);
    const signature = createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex");
    return {
      "content-type": "application/json",
      "stripe-signature": `t=${at},v1=${signature}`,
    };
  }

  test("takes the same event five times and keeps it once", async ({ request, admin }) => {
    const id = `evt_five_${Date.now()}`;
    const data = body(id);
    for (let i = 0; i < 5; i += 1) {
      const answer = await request.post("/webhooks/stripe", { data, headers: signed(data) });
      expect(answer.ok()).toBe(true);
    }
    await admin.page.goto("/admin/events");
    await expect(admin.page.getByText(id)).toHaveCount(1);
  });

  test("refuses what is unsigned or signed by another, and keeps nothing", async ({
    request,
    admin,
  }) => {
    const id = `evt_forged_${Date.now()}`;
    const data = body(id);
    const unsigned = { "content-type": "application/json" };
    for (const headers of [unsigned, signed(data, "whsec_another")]) {
      const answer = await request.post("/webhooks/stripe", { data, headers });
      expect(answer.status()).toBe(400);
    }
    await admin.page.goto("/admin/events");
    await expect(admin.page.getByText(id)).toHaveCount(0);
  });
});
