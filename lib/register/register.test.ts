import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { processEvents } from "@/lib/payments/webhooks/process";
import { storeEvent } from "@/lib/payments/webhooks/store";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { recoverAll } from "@/lib/testing/history";
import { endSoundly } from "@/lib/testing/payments";
import { tapCard } from "@/lib/testing/reader";
import { clerk, createTill, intentOf, tapped as tappedAt } from "@/lib/testing/register";
import { useSandbox } from "@/lib/testing/sandbox";
import type { RegisterAccount } from "./accounts";
import { requireInPerson } from "./in-person";
import { beginPayment, type BeginPayment } from "./operations/begin-payment";
import { cancelInPerson } from "./operations/cancel";
import { captureInPerson } from "./operations/capture";
import { changeInPerson } from "./operations/change-amount";
import { lookInPerson } from "./operations/look";
import { requireSale } from "./queries";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();
let account: RegisterAccount;

beforeAll(async () => {
  account = await createTill();
});

endSoundly(gateway);

const intent = (overrides: Partial<BeginPayment> = {}) => intentOf({ account, ...overrides });
const tapped = (overrides: Partial<BeginPayment> = {}) => tappedAt({ account, ...overrides });

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
    const unknown = await captureInPerson({ account, payment, actor: clerk, amountMinor: 1000 });
    expect(unknown.payment.capturedMinor).toBe(0);
    await recoverAll(payment.orderId);
    const after = await captureInPerson({ account, payment, actor: clerk, amountMinor: 1000 });
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
    const { payment: after, orderId } = await cancelInPerson({ account, payment, actor: clerk });
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
