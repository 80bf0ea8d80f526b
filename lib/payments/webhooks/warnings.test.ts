import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { newToken } from "@/lib/ids";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { readPayment } from "@/lib/payments/store/orders";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { examineWarnings } from "./examine-warnings";
import { processEvents } from "./process";
import { storeEvent } from "./store";

useTestDatabase();
useSandbox();

let server: Server | undefined;
afterEach(() => void server?.close());

/** A Stripe that has doubts: the sandbox knows no fraud warnings and no reviews. */
async function doubtful(review: object | null, warnings: object[]): Promise<void> {
  const answers = (path: string) =>
    path.startsWith("/v1/radar/")
      ? { object: "list", data: warnings, has_more: false, url: path }
      : { id: "pi_1", object: "payment_intent", review };
  server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers(request.url ?? "")));
  });
  await new Promise<void>((resolve) => server?.listen(0, resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { stripe } = env();
  if (stripe.mode === "sandbox") {
    globalThis.tenderEnv = { ...env(), stripe: { ...stripe, url: `http://localhost:${port}` } };
  }
}

async function opened() {
  const orderId = await createOrder();
  const checkout = await startCheckoutPayment({
    orderId,
    collectedBy: "hosted",
    returnUrl: "http://localhost:3000/return",
    actor: "shopper",
  });
  return { orderId, checkout };
}

describe("doubts about a payment", () => {
  it("are cases that a merchant sees, and a review that ends settles its own", async () => {
    const { checkout } = await opened();
    const payment = { ...(await readPayment(checkout.paymentId)), gatewayRef: "pi_1" };
    const known = globalThis.tenderEnv;
    const warning = { id: "issfr_1", fraud_type: "made_with_stolen_card" };
    await doubtful({ id: "prv_1", object: "review", open: true, reason: "rule" }, [warning]);
    for (let again = 0; again < 2; again += 1) await examineWarnings("stripe", payment);
    server?.close();
    await doubtful({ id: "prv_1", object: "review", open: false, reason: "approved" }, [warning]);
    await examineWarnings("stripe", payment);
    globalThis.tenderEnv = known;

    const db = await database();
    const cases = await db.paymentCase.findMany({ orderBy: { dedupeKey: "asc" } });
    expect(cases).toMatchObject([
      { dedupeKey: "fraud_warning:issfr_1", status: "open" },
      { dedupeKey: "review:prv_1", status: "settled" },
    ]);
  });
});

describe("lesson 53: cards that are tried one after the other", () => {
  it("end with the page that they are tried on", async () => {
    const { orderId, checkout } = await opened();
    await payByCard(checkout, cards.declined);
    const refused = (id: string) => ({
      source: "stripe" as const,
      externalId: id,
      type: "payment_intent.payment_failed",
      body: JSON.stringify({
        id,
        type: "payment_intent.payment_failed",
        data: {
          object: {
            id: "pi_refused",
            object: "payment_intent",
            metadata: { payment_id: checkout.paymentId },
          },
        },
      }),
    });
    for (let i = 0; i < 12; i += 1) await storeEvent(refused(newToken()));
    await processEvents();
    expect((await readPayment(checkout.paymentId)).closedAt).toBeNull();

    await storeEvent(refused(newToken()));
    await processEvents();
    const db = await database();
    expect((await readPayment(checkout.paymentId)).closedAt).not.toBeNull();
    expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
      status: "incomplete",
      payment: "unpaid",
    });
  });
});
