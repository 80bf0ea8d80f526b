import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway, type Fault } from "@/lib/testing/flaky-gateway";
import { createOrder, endSoundly } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder } from "./pay-order";
import { recoverTransactions } from "./recover";
import { refundPayment } from "./refund-payment";
import { startCheckoutPayment } from "./start-checkout-payment";
import { voidPayment } from "./void-payment";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();

const actor = "merchant:test";
const faults: Fault[] = ["refused", "dropped_after_effect", "error_500"];

endSoundly(gateway);

/** Time passes until every next look is due. */
async function recover(): Promise<void> {
  const db = await database();
  await db.transaction.updateMany({
    where: { nextLookAt: { not: null } },
    data: { nextLookAt: new Date(0) },
  });
  await recoverTransactions();
}

async function pay(method: "purchase" | "authorize") {
  const orderId = await createOrder();
  return payOrder({ orderId, gateway: "stripe", method, source: "pm_card_visa", actor });
}

const paymentRow = async (id: string) =>
  (await database()).payment.findUniqueOrThrow({ where: { id }, include: { transactions: true } });

describe.each(faults)("when the gateway's answer is lost (%s)", (fault) => {
  it("lessons 19, 21 and 25: a payment is unknown, never failed, and is found or made once", async () => {
    gateway.next(fault);
    const payment = await pay("purchase");
    expect(payment.transactions).toMatchObject([{ status: "unknown" }]);
    await recover();
    expect(await paymentRow(payment.id)).toMatchObject({
      capturedMinor: 5000n,
      transactions: [{ status: "succeeded" }],
    });
    const intents = await stripe().paymentIntents.list({ limit: 100 });
    const ours = intents.data.filter(({ metadata }) => metadata["payment_id"] === payment.id);
    expect(ours).toHaveLength(1);
  });

  it("a capture is unknown, keeps its amount, and happens once", async () => {
    const payment = await pay("authorize");
    gateway.next(fault);
    const capture = await capturePayment({ paymentId: payment.id, amountMinor: 3000, actor });
    expect(capture.status).toBe("unknown");
    await expect(
      capturePayment({ paymentId: payment.id, amountMinor: 2001, actor }),
    ).rejects.toMatchObject({ code: "amount_too_large" });
    await recover();
    expect(await paymentRow(payment.id)).toMatchObject({ capturedMinor: 3000n });
  });

  it("lesson 36: a refund is unknown, keeps its amount, and happens once", async () => {
    const payment = await pay("purchase");
    gateway.next(fault);
    const refund = await refundPayment({ paymentId: payment.id, amountMinor: 4000, actor });
    expect(refund.status).toBe("unknown");
    await expect(
      refundPayment({ paymentId: payment.id, amountMinor: 1001, actor }),
    ).rejects.toMatchObject({ code: "amount_too_large" });
    await recover();
    expect(await paymentRow(payment.id)).toMatchObject({ refundedMinor: 4000n });
    const { data } = await stripe().refunds.list({ payment_intent: payment.gatewayRef ?? "" });
    expect(data).toHaveLength(1);
  });

  it("a void is unknown, and happens once", async () => {
    const payment = await pay("authorize");
    gateway.next(fault);
    expect(await voidPayment({ paymentId: payment.id, actor })).toMatchObject({
      status: "unknown",
    });
    await recover();
    expect(await paymentRow(payment.id)).toMatchObject({ voidedMinor: 5000n });
  });

  it("a checkout can be opened again, and is the same one", async () => {
    const orderId = await createOrder();
    const command = {
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/r",
      actor,
    } as const;
    gateway.next(fault);
    await expect(startCheckoutPayment(command)).rejects.toMatchObject({ code: "gateway_down" });
    const { paymentId } = await startCheckoutPayment(command);
    const { data } = await stripe().checkout.sessions.list({ limit: 100 });
    const ours = data.filter(({ metadata }) => metadata?.["payment_id"] === paymentId);
    expect(ours).toHaveLength(1);
  });
});

describe("recovery", () => {
  it("goes on at growing intervals while nobody answers", async () => {
    gateway.next("refused");
    const payment = await pay("purchase");
    gateway.always("refused");
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await recover();
      const [transaction] = (await paymentRow(payment.id)).transactions;
      expect(transaction).toMatchObject({ status: "unknown" });
      waits.push((transaction?.nextLookAt?.getTime() ?? 0) - Date.now());
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    gateway.always(null);
    await recover();
    expect(await paymentRow(payment.id)).toMatchObject({ capturedMinor: 5000n });
  });

  it("never asks again once the gateway may have forgotten the key", async () => {
    const payment = await pay("purchase");
    gateway.next("refused");
    const refund = await refundPayment({ paymentId: payment.id, actor });
    const db = await database();
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await db.transaction.update({ where: { id: refund.id }, data: { createdAt: yesterday } });
    const { writes } = gateway;
    await recover();
    expect(gateway.writes).toBe(writes);
    expect(await paymentRow(payment.id)).toMatchObject({ refundedMinor: 0n });
    const settled = await db.transaction.findUnique({ where: { id: refund.id } });
    expect(settled).toMatchObject({ status: "failed", failureCode: "never_arrived" });
  });

  it.each([
    { when: "at once", hours: 0, code: "charge_already_refunded" },
    { when: "after a day, unasked", hours: 24, code: "never_arrived" },
  ])(
    "gives up a refund that the dashboard was before, $when, and makes no case of it",
    async (row) => {
      const payment = await pay("purchase");
      gateway.next("refused");
      const refund = await refundPayment({ paymentId: payment.id, amountMinor: 4000, actor });
      await stripe().refunds.create({ payment_intent: payment.gatewayRef ?? "" });
      await lookAgain({ paymentId: payment.id });
      expect(await paymentRow(payment.id)).toMatchObject({ refundedMinor: 0n });
      const db = await database();
      const createdAt = new Date(Date.now() - row.hours * 3_600_000);
      await db.transaction.update({ where: { id: refund.id }, data: { createdAt } });
      await recover();
      expect(await paymentRow(payment.id)).toMatchObject({ refundedMinor: 5000n });
      const given = await db.transaction.findUnique({ where: { id: refund.id } });
      expect(given).toMatchObject({ status: "failed", failureCode: row.code });
      expect(await db.paymentCase.count({ where: { paymentId: payment.id } })).toBe(0);
    },
  );
});
