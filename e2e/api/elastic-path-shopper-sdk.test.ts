import {
  captureATransaction,
  checkoutApi,
  confirmPayment,
  createShopperClient,
  getACart,
  getByContextAllProducts,
  getStock,
  manageCarts,
  paymentSetup,
} from "@epcc-sdk/sdks-shopper";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { addGoods, buyer, home, startDialect, type Goods } from "./elastic-path-fixture";

/** The newest official client, as the official single-page examples use it: in a browser, without a secret. */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

function open() {
  let token: string | undefined;
  const storage = {
    get: () => token,
    set: (value: string | undefined) => {
      token = value;
    },
  };
  const auth = { clientId: "demo-storefront", storage };
  return createShopperClient({ baseUrl: dialect.origin }, auth).client;
}

type Client = ReturnType<typeof open>;

async function placeOrder(client: Client): Promise<string> {
  const path = { cartID: newId() };
  await manageCarts({
    client,
    path,
    body: { data: { type: "cart_item", id: goods.mug, quantity: 2 } },
  });
  const { data: cart } = await getACart({ client, path, query: { include: ["items"] } });
  expect(cart?.included?.items).toHaveLength(1);
  const body = { data: { customer: buyer, billing_address: home, shipping_address: home } };
  const { data: order } = await checkoutApi({ client, path, body });
  return z.string().parse(order?.data?.id);
}

const withSecret = z.looseObject({
  id: z.uuid(),
  payment_intent: z.looseObject({ id: z.string(), client_secret: z.string() }),
});

/** What Stripe.js does when the shopper has filled in the fields and pressed the button. */
async function confirmInBrowser(intentId: string, secret: string, number: string): Promise<number> {
  const response = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${intentId}/confirm`, {
    method: "POST",
    headers: { Authorization: "Bearer pk_test_sandbox" },
    body: new URLSearchParams({
      client_secret: secret,
      return_url: "https://shop.example.com/return",
      "payment_method_data[type]": "card",
      "payment_method_data[card][number]": number,
      "payment_method_data[card][exp_month]": "12",
      "payment_method_data[card][exp_year]": "2040",
      "payment_method_data[card][cvc]": "123",
    }),
  });
  return response.status;
}

describe("@epcc-sdk/sdks-shopper", () => {
  it("spa-manual-payments: catalogue, stock, cart, checkout, offline payment", async () => {
    const client = open();
    const { data: products } = await getByContextAllProducts({ client });
    expect(products?.data).toHaveLength(3);
    const { data: stock } = await getStock({ client, path: { product_uuid: goods.lastPlate } });
    expect(stock?.data).toMatchObject({ attributes: { available: 1 } });

    const orderID = await placeOrder(client);
    const { data: paid, error } = await paymentSetup({
      client,
      path: { orderID },
      body: { data: { gateway: "manual", method: "purchase" } },
    });
    expect(error).toBeUndefined();
    expect(paid?.data).toMatchObject({ gateway: "manual", status: "complete" });
  });

  it("spa-elastic-path-payments: Stripe's fields, a refused card, another, confirm", async () => {
    const client = open();
    const orderID = await placeOrder(client);
    // The client's types leave out the gateway that its own example names.
    const body = JSON.parse(`{
      "data": { "gateway": "elastic_path_payments_stripe", "method": "purchase" }
    }`);
    const setUp = () => paymentSetup({ client, path: { orderID }, body });
    const { id, payment_intent } = withSecret.parse((await setUp()).data?.data);
    const { id: intentId, client_secret } = payment_intent;

    const again = withSecret.parse((await setUp()).data?.data);
    expect(again.id, "a page that is loaded again finds its payment").toBe(id);

    expect(await confirmInBrowser(intentId, client_secret, "4000000000000002")).toBe(402);
    const path = { orderID, transactionID: id };
    const early = await confirmPayment({ client, path, body: { data: {} } });
    expect(early.data?.data).toMatchObject({ status: "pending" });

    expect(await confirmInBrowser(intentId, client_secret, "4242424242424242")).toBe(200);
    const { data: confirmed } = await confirmPayment({ client, path, body: { data: {} } });
    expect(confirmed?.data).toMatchObject({
      gateway: "elastic_path_payments_stripe",
      transaction_type: "purchase",
      status: "complete",
    });
    const { json } = await dialect.ask("GET", `/v2/orders/${orderID}`, { token: dialect.backend });
    expect(json).toMatchObject({ data: { status: "complete", payment: "paid" } });
  });

  it("is refused without rights, once, and says so", async () => {
    const client = open();
    const orderID = await placeOrder(client);
    const { data } = await paymentSetup({
      client,
      path: { orderID },
      body: { data: { gateway: "manual", method: "authorize" } },
    });
    const transactionID = z.string().parse(data?.data?.id);
    const captured = await captureATransaction({ client, path: { orderID, transactionID } });
    expect(captured.response.status).toBe(403);
  });
});
