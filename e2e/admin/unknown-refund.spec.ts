import { setSandboxFaults } from "../fixtures/sandbox-faults";
import {
  freshSettings,
  removeData,
  startStore,
  type StoreProcess,
} from "../fixtures/store-process";
import { expect, test } from "../fixtures/test";
import { AdminPage } from "../pages/admin-page";
import { cards, CheckoutPage } from "../pages/checkout-page";

const endpoint = "POST /v1/refunds";
/** No event tells the store what its own question did not. */
const webhooks = [{ events: "*", kind: "lost" }];

const faults = [
  { promise: "the connection broke after it", kind: "dropped_after_effect" },
  { promise: "it takes longer than a person waits", kind: "latency", ms: 20_000 },
];

test.describe("a refund that the gateway does not answer", () => {
  // It has a store of its own, because everything that is refunded there meets the same fault.
  test.setTimeout(240_000);
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

  // One story, because the store takes its time, and both can wait in the same minute.
  test("is unknown, says so, and is settled once by itself", async ({ browser, email }) => {
    const context = await browser.newContext({ baseURL: store.url });
    const page = await context.newPage();
    const admin = new AdminPage(await context.newPage());
    await admin.signIn();
    const buyer = (kind: string) => `${kind}-${email}`;

    for (const { promise, ...fault } of faults) {
      await test.step(`because ${promise}`, async () => {
        await buyMug(new CheckoutPage(page), buyer(fault.kind));
        await admin.openOrderOf(buyer(fault.kind));
        await expect(admin.sum("Captured")).toHaveText("$25.00");
        await setSandboxFaults(store.sandboxUrl, { requests: [{ endpoint, ...fault }], webhooks });
        await refundFive(admin);
        await expect(admin.page.getByText(/has not answered about \$5\.00/)).toBeVisible();
        await admin.page.reload();
        await expect(admin.page.getByText("No answer yet").first()).toBeVisible();
        await expect(admin.sum("Refunded")).toHaveText("$0.00");
        await setSandboxFaults(store.sandboxUrl, { webhooks });
      });
    }

    for (const { kind } of faults) {
      await admin.openOrderOf(buyer(kind));
      await expect(async () => {
        await admin.page.reload();
        await expect(admin.sum("Refunded")).toHaveText("$5.00", { timeout: 1_000 });
      }).toPass({ timeout: 150_000, intervals: [2_000] });
      await expect(admin.page.getByText("No answer yet")).toHaveCount(0);
      expect(await refundsAtGateway(store.sandboxUrl, admin)).toEqual([500]);
    }
    await context.close();
  });
});

async function buyMug(checkout: CheckoutPage, email: string): Promise<void> {
  await checkout.goToPayment("quay-mug", email);
  await checkout.payByCard(cards.succeeds);
  await expect(checkout.thanks).toBeVisible();
}

async function refundFive(admin: AdminPage): Promise<void> {
  await admin.openRefund();
  await admin.refundDialog.getByRole("textbox", { name: /Amount/ }).fill("5.00");
  await admin.refundDialog.getByRole("button", { name: /^Refund/ }).click();
}

/** What the gateway itself says was refunded of the payment that is shown. */
async function refundsAtGateway(sandboxUrl: string, admin: AdminPage): Promise<number[]> {
  const intent = await admin.page
    .getByText(/^pi_\w+/)
    .first()
    .innerText();
  const answer = await admin.page.request.get(`${sandboxUrl}/v1/refunds`, {
    params: { payment_intent: intent.match(/pi_\w+/)?.[0] ?? "" },
    headers: { authorization: "Bearer sk_test_sandbox" },
  });
  const { data }: { data: { amount: number }[] } = await answer.json();
  return data.map(({ amount }) => amount);
}
