import { CommerceLayer } from "@commercelayer/sdk/bundle";
import { z } from "zod";
import { serveCheckoutPage } from "../fixtures/commerce-layer-page/serve";
import { expect, test as base } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

type Fixtures = {
  /** The orders of this test's shopper, as the merchant's own program sees them. */
  orders: () => Promise<unknown[]>;
  /** Opens a checkout page that was written for that API, and served from elsewhere. */
  open: () => Promise<unknown>;
};

const test = base.extend<Fixtures>({
  orders: async ({ request, baseURL, email }, use) => {
    const answer = await request.post("/oauth/token", {
      data: {
        grant_type: "client_credentials",
        client_id: "demo-backend",
        client_secret: "demo-backend-secret",
      },
    });
    const token = z.object({ access_token: z.string() }).parse(await answer.json());
    const lead = (target: string | URL | Request, init?: RequestInit) => {
      const { pathname, search } = new URL(String(target));
      return fetch(`${baseURL}${pathname}${search}`, init);
    };
    const accessToken = token.access_token;
    const client = CommerceLayer({ organization: "tender", accessToken, fetch: lead });
    const filters = { customer_email_eq: email };
    await use(async () => [
      ...(await client.orders.list({ filters, include: ["authorizations"] })),
    ]);
  },
  open: async ({ page, email, baseURL }, use) => {
    const stripeScript = `${process.env["E2E_SANDBOX_URL"]}/js/stripe.js`;
    const served = await serveCheckoutPage({ store: baseURL ?? "", stripeScript });
    await use(() => page.goto(`${served.url}?email=${encodeURIComponent(email)}`));
    await served.close();
  },
});

const placedOnce = [
  { status: "placed", payment_status: "authorized", authorizations: [{ succeeded: true }] },
];

test.describe("a checkout that was written for the Commerce Layer API", () => {
  test("goes from a token to a placed order", async ({ page, open, checkout, orders }) => {
    await open();
    await checkout.payByCard(cards.succeeds);
    await expect(page.getByRole("status")).toHaveText(/^Order \d+ is placed$/);
    expect(await orders()).toMatchObject(placedOnce);
  });

  test("lets the bank ask the shopper something", async ({ page, open, checkout, orders }) => {
    await open();
    await checkout.payByCard(cards.authenticates);
    await checkout.authenticate("Complete authentication");
    await expect(page.getByRole("status")).toHaveText(/^Order \d+ is placed$/);
    expect(await orders()).toMatchObject(placedOnce);
  });

  test("takes another card after a decline", async ({ page, open, checkout, orders }) => {
    await open();
    await checkout.payByCard(cards.declined);
    await expect(page.getByRole("status")).toContainText("declined");
    expect(await orders()).toMatchObject([{ status: "pending", payment_status: "unpaid" }]);
    await checkout.payByCard(cards.succeeds);
    await expect(page.getByRole("status")).toHaveText(/^Order \d+ is placed$/);
    expect(await orders()).toMatchObject(placedOnce);
  });

  test("places the order when the tab is closed first", async ({
    page,
    open,
    checkout,
    orders,
  }) => {
    await open();
    await checkout.fillCard(cards.succeeds);
    // The gateway accepts the payment, and the page never learns of it.
    await page.route(/\/confirm$/, async (route) => {
      await route.fetch();
      await page.close();
    });
    const closed = page.waitForEvent("close");
    await checkout.payButton.click();
    await closed;
    await expect.poll(orders, { timeout: 30_000 }).toMatchObject(placedOnce);
  });
});
