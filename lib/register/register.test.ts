import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { processEvents } from "@/lib/payments/webhooks/process";
import { storeEvent } from "@/lib/payments/webhooks/store";
import { createSellable } from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { recoverAll } from "@/lib/testing/history";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { tapCard } from "@/lib/testing/reader";
import { useSandbox } from "@/lib/testing/sandbox";
import { createAccount, type RegisterAccount } from "./accounts";
import { listBaskets, parkBasket, takeBasket } from "./baskets";
import { requireInPerson } from "./in-person";
import { beginPayment, type BeginPayment } from "./operations/begin-payment";
import { cancelInPerson } from "./operations/cancel";
import { captureInPerson } from "./operations/capture";
import { changeInPerson } from "./operations/change-amount";
import { lookInPerson } from "./operations/look";
import { payOffline } from "./operations/pay-offline";
import { refundInPerson } from "./operations/refund";
import { listSales, requireSale } from "./queries";
import { openSale } from "./sale";
import { dayTotals } from "./totals";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();
const actor = "merchant:test";
let account: RegisterAccount;

beforeAll(async () => {
  account = await createAccount({ externalId: "till", name: "Till", currency: "USD" });
});

afterEach(async () => {
  gateway.always(null);
  await expectSound();
  await expectAgreement();
});

const intent = (overrides: Partial<BeginPayment> = {}): BeginPayment => ({
  account,
  actor,
  externalTransactionId: newId(),
  methodType: "card_present",
  captureMethod: "manual",
  sale: { amountMinor: 1299 },
  ...overrides,
});

async function tapped(overrides: Partial<BeginPayment> = {}) {
  const begun = await beginPayment(intent(overrides));
  await tapCard(begun.payment.gatewayRef);
  return begun;
}

describe("a payment in person whose answer is lost", () => {
  it("is the same payment when its intent is asked for again", async () => {
    const command = intent();
    gateway.next("dropped_after_effect");
    const lost = await beginPayment(command);
    expect(lost.payment.gatewayRef).toBeNull();
    await recoverAll(lost.orderId);
    const again = await beginPayment(command);
    expect(again.payment).toMatchObject({ id: lost.payment.id, nextAction: { kind: "collect" } });
    const made = await stripe().paymentIntents.list({ limit: 100 });
    expect(made.data.filter(({ metadata }) => metadata["order_id"] === lost.orderId)).toHaveLength(
      1,
    );
  });

  it("is finished by the same request when its process ended before any payment was written", async () => {
    const command = intent();
    const begun = await beginPayment(command);
    const db = await database();
    // As if the process had ended between writing the payment and its name.
    const where = { id: begun.id };
    await db.inPersonPayment.update({ where, data: { paymentId: null } });
    expect((await beginPayment(command)).payment.id).toBe(begun.payment.id);
    const found = await requireInPerson(account, { gatewayRef: begun.payment.gatewayRef ?? "" });
    expect(found.id).toBe(begun.id);
  });

  it("is captured once, though the capture's answer never came", async () => {
    const payment = await tapped();
    await lookInPerson(account, payment);
    gateway.next("dropped_after_effect");
    const unknown = await captureInPerson({ account, payment, actor, amountMinor: 1000 });
    expect(unknown.payment.capturedMinor).toBe(0);
    await recoverAll(payment.orderId);
    const after = await captureInPerson({ account, payment, actor, amountMinor: 1000 });
    expect(after.payment).toMatchObject({ capturedMinor: 1000, voidedMinor: 299 });
  });

  it("follows an amount that was changed without an answer", async () => {
    const begun = await beginPayment(intent());
    gateway.next("dropped_after_effect");
    const change = changeInPerson({ account, payment: begun, amountMinor: 2000 });
    await expect(change).rejects.toMatchObject({ code: "gateway_down" });
    await tapCard(begun.payment.gatewayRef);
    await recoverAll(begun.orderId);
    const { order } = await requireSale(account, begun.orderId);
    expect(order).toMatchObject({ totalMinor: 2000, payment: "authorized" });
  });
});

describe("a reader's news", () => {
  it("come by webhook, with the tip that was added there", async () => {
    const begun = await beginPayment(intent({ captureMethod: "automatic" }));
    await tapCard(begun.payment.gatewayRef, { tipMinor: 200 });
    const object = { object: "payment_intent", id: begun.payment.gatewayRef };
    const type = "payment_intent.succeeded";
    const body = JSON.stringify({ type, data: { object } });
    await storeEvent({ source: "stripe", externalId: newId(), type, body });
    await processEvents();
    const { order, lines } = await requireSale(account, begun.orderId);
    expect(order).toMatchObject({ totalMinor: 1499, payment: "paid", status: "complete" });
    expect(lines.map(({ sku, totalMinor }) => [sku, totalMinor])).toEqual([
      ["AMOUNT", 1299],
      ["TIP", 200],
    ]);
  });

  it("that come after a cancel let go of the money, and the history shows it", async () => {
    const payment = await tapped();
    const { payment: after, orderId } = await cancelInPerson({ account, payment, actor });
    expect(after).toMatchObject({ authorizedMinor: 1299, voidedMinor: 1299 });
    const events = await (await database()).orderEvent.findMany({ where: { orderId } });
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["payment_authorized", "payment_voided", "order_cancelled"]),
    );
  });

  it("that come when the order is gone give the money back, with a case", async () => {
    const begun = await beginPayment(intent({ captureMethod: "automatic" }));
    // The gateway does not answer while the order is cancelled, and the reader approves meanwhile.
    const db = await database();
    const where = { id: begun.orderId };
    await db.order.update({ where, data: { status: "cancelled", cancelledAt: new Date() } });
    await tapCard(begun.payment.gatewayRef);
    await lookAgain({ paymentId: begun.payment.id });
    await recoverAll(begun.orderId);
    const after = await requireInPerson(account, { paymentId: begun.payment.id });
    expect(after.payment).toMatchObject({ capturedMinor: 1299, refundedMinor: 1299 });
    const [found] = await db.paymentCase.findMany({ where: { orderId: begun.orderId } });
    expect(found?.kind).toBe("paid_after_cancel");
  });
});

describe("a sale of goods", () => {
  it("sells the last one once, whoever holds a card to the reader", async () => {
    const variantId = await createSellable({ priceMinor: 1800, onHand: 1 });
    const sale = { lines: [{ variantId, quantity: 1 }] };
    const first = await tapped({ sale });
    await expect(beginPayment(intent({ sale }))).rejects.toMatchObject({ code: "out_of_stock" });
    await cancelInPerson({ account, payment: first, actor });
    const second = await tapped({ sale });
    await captureInPerson({ account, payment: second, actor });
    const stock = await (await database()).stockItem.findUniqueOrThrow({ where: { variantId } });
    expect(stock).toMatchObject({ onHand: 0, reserved: 0 });
  });

  it("is split between cash and card, with a discount, a tip and change", async () => {
    const variantId = await createSellable({ priceMinor: 1001 });
    const key = newId();
    const ask = { account, actor, key, discountMinor: 100, tipMinor: 300 };
    const lines = [{ variantId, quantity: 3 }];
    const { orderId, totalMinor } = await openSale({ ...ask, lines, amountMinor: 500 });
    expect(totalMinor).toBe(3003 + 500 - 100 + 300);
    expect(await openSale({ ...ask, lines, amountMinor: 500 })).toEqual({ orderId, totalMinor });
    await expect(openSale({ ...ask, lines })).rejects.toMatchObject({ code: "key_reused" });

    const cash = { account, orderId, actor, tender: "cash", key: newId() };
    const paid = { ...cash, amountMinor: 1000, tenderedMinor: 2000 };
    expect(await payOffline(paid)).toMatchObject({ changeMinor: 1000 });
    expect(await payOffline(paid)).toMatchObject({ changeMinor: 1000 });
    const sale = { orderId };
    const card = await tapped({ sale, captureMethod: "automatic" });
    const { payment } = await lookInPerson(account, card);
    expect(payment.capturedMinor).toBe(totalMinor - 1000);
    expect((await requireSale(account, orderId)).order).toMatchObject({ payment: "paid" });
    expect((await listSales({ account, limit: 1 }))[0]).toMatchObject({ orderId, totalMinor });
  });

  it("counts in the day's totals by tender, refunds too", async () => {
    const own = await createAccount({ externalId: newId(), name: "Day", currency: "USD" });
    const range = {
      account: own,
      from: new Date(Date.now() - 60_000),
      to: new Date(Date.now() + 60_000),
    };
    expect(await dayTotals(range)).toMatchObject({ tenders: [], sales: 0, netMinor: 0 });
    const sale = { amountMinor: 1000, tipMinor: 100 };
    const begun = await tapped({ account: own, captureMethod: "automatic", sale });
    const payment = await lookInPerson(own, begun);
    await refundInPerson({ account: own, payment, actor, amountMinor: 300 });
    const open = { account: own, actor, key: newId(), amountMinor: 700 };
    const { orderId } = await openSale(open);
    await payOffline({ account: own, orderId, tender: "cash", actor, key: newId() });
    expect(await dayTotals(range)).toEqual({
      tenders: [
        {
          tender: "card_present",
          payments: 1,
          takenMinor: 1100,
          refundedMinor: 300,
          netMinor: 800,
        },
        { tender: "cash", payments: 1, takenMinor: 700, refundedMinor: 0, netMinor: 700 },
      ],
      sales: 2,
      tipsMinor: 100,
      netMinor: 1500,
    });
  });

  it("paid by card and given back in cash takes the money out of the drawer", async () => {
    const own = await createAccount({ externalId: newId(), name: "Drawer", currency: "USD" });
    const begun = await tapped({ account: own, captureMethod: "automatic" });
    const { payment, orderId } = await lookInPerson(own, begun);
    const refund = { orderId, paymentId: payment.id, actor, mechanism: "manual" } as const;
    const asked = { ...refund, amountMinor: 299, idempotencyKey: newId() };
    await refundPayment({ ...asked, reason: "requested_by_customer", note: "In cash" });
    const day = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
    const { tenders, netMinor } = await dayTotals({ account: own, ...day });
    const none = { payments: 0, takenMinor: 0, refundedMinor: 0 };
    expect(tenders).toEqual([
      { ...none, tender: "card_present", payments: 1, takenMinor: 1299, netMinor: 1299 },
      { ...none, tender: "cash", refundedMinor: 299, netMinor: -299 },
    ]);
    expect(netMinor).toBe(1000);
  });

  it("that is cancelled is not taken by a reader that still waits", async () => {
    const begun = await beginPayment(intent());
    await cancelOrder({ orderId: begun.orderId, actor });
    await expect(tapCard(begun.payment.gatewayRef)).rejects.toThrow("canceled");
  });
});

it("a parked basket is resumed by one till", async () => {
  const basket = { lines: [], amountMinor: 500, title: "Soup", discountMinor: 0, customer: null };
  const { id } = await parkBasket({ account, label: "Table 4", basket, actor });
  expect(await listBaskets(account)).toMatchObject([{ id, label: "Table 4", basket }]);
  expect(await takeBasket(account, id)).toMatchObject({ basket });
  await expect(takeBasket(account, id)).rejects.toMatchObject({ code: "not_found" });
});
