import type { Request } from "@playwright/test";
import { setSandboxFaults } from "../fixtures/sandbox-faults";
import {
  freshSettings,
  removeData,
  startStore,
  type StoreProcess,
} from "../fixtures/store-process";
import { expect, test } from "../fixtures/test";
import { AdminPage } from "../pages/admin-page";
import { RegisterPage } from "../pages/register-page";

test.describe("a reader that does not do what it should", () => {
  // It has a store of its own, because every reader there meets the same fault.
  test.describe.configure({ mode: "serial" });
  test.setTimeout(180_000);
  let store: StoreProcess;
  test.beforeAll(async () => {
    // The first start of all on this data, beside other stories.
    test.setTimeout(180_000);
    store = await startStore(await freshSettings());
  });
  test.afterAll(async () => {
    await store.stop();
    await removeData(store);
  });

  const sell = async (browser: Parameters<Parameters<typeof test>[2]>[0]["browser"]) => {
    const context = await browser.newContext({ baseURL: store.url });
    const admin = new AdminPage(await context.newPage());
    await admin.signIn();
    const till = new RegisterPage(admin.page);
    await till.scan("TAB-MUG-FOG");
    await till.charge();
    await till.connect();
    return till;
  };

  for (const { promise, kind } of [
    { promise: "the shopper presses cancel on it", kind: "canceled" },
    { promise: "it loses the network", kind: "timeout" },
    { promise: "it goes away", kind: "gone" },
  ]) {
    test(`sells the second time when ${promise}`, async ({ browser }) => {
      const till = await sell(browser);
      const readers = [{ command: "collectPaymentMethod", kind, times: 1 }];
      await setSandboxFaults(store.sandboxUrl, { readers });
      await till.ask.click();
      await expect(till.page.getByRole("button", { name: "Cancel the card" })).toBeVisible();
      if (kind === "gone") {
        await expect(till.page.getByText("Reader gone")).toBeVisible();
        await till.connect();
      }
      await till.ask.click();
      await expect(till.paid).toHaveText("Paid $18.00");
      await till.page.context().close();
    });
  }

  test("is told to wait no longer, and the sale is paid in cash", async ({ browser }) => {
    const till = await sell(browser);
    const readers = [{ command: "collectPaymentMethod", kind: "no_card", times: 1 }];
    await setSandboxFaults(store.sandboxUrl, { readers });
    await till.ask.click();
    await expect(till.page.getByText("Waiting for a card")).toBeVisible();
    await till.page.getByRole("button", { name: "Cancel the card" }).click();
    await till.tender("Cash");
    await till.page.getByRole("button", { name: /^Take cash/ }).click();
    await expect(till.paid).toHaveText("Paid $18.00");
    await till.page.context().close();
  });

  test("charges once when the bank's answer is lost and the page is loaded again", async ({
    browser,
  }) => {
    const till = await sell(browser);
    const endpoint = "POST /v1/terminal/simulator/pay";
    await setSandboxFaults(store.sandboxUrl, {
      requests: [{ endpoint, kind: "cut_answer" }],
      webhooks: [{ events: "*", kind: "lost" }],
    });
    await till.ask.click();
    await expect(till.paid).toHaveText("Paid $18.00");
    await till.page.reload();
    await expect(till.paid).toHaveText("Paid $18.00");
    await expect(till.page.getByText("Paid", { exact: true })).toHaveCount(1);
    await setSandboxFaults(store.sandboxUrl, {});
    await till.page.context().close();
  });

  test("finds a payment that waits after the page was loaded again, and takes it once", async ({
    browser,
  }) => {
    const till = await sell(browser);
    const readers = [{ command: "collectPaymentMethod", kind: "no_card", times: 1 }];
    await setSandboxFaults(store.sandboxUrl, { readers });
    await till.ask.click();
    await expect(till.page.getByText("Waiting for a card")).toBeVisible();
    await till.page.reload();
    await expect(till.page.getByRole("button", { name: "Cancel the card" })).toBeVisible();
    await till.connect();
    await till.ask.click();
    await expect(till.paid).toHaveText("Paid $18.00");
    await expect(till.page.getByText("Paid", { exact: true })).toHaveCount(1);
    await till.page.context().close();
  });

  test("writes cash down once, though the shop's answer never came", async ({ browser }) => {
    const till = await sell(browser);
    const { page } = till;
    await page.getByLabel("Amount").fill("8.00");
    await till.tender("Cash");
    const isAction = (request: Request) => request.headers()["next-action"] !== undefined;
    let isLost = false;
    await page.route("**/register/sales/**", async (route) => {
      if (isLost || !isAction(route.request())) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: /^Take cash/ }).click();
    await expect(page.getByRole("heading", { name: "$10.00" })).toBeVisible();
    await expect(page.getByText("Paid", { exact: true })).toHaveCount(1);
    await page.getByLabel("Amount").fill("");
    await page.getByRole("button", { name: /^Take cash/ }).click();
    await expect(till.paid).toHaveText("Paid $18.00");
    await page.context().close();
  });
});
