import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { recoverPayment } from "@/lib/payments/operations/recover";
import { readOrder } from "@/lib/payments/store/orders";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { createOrder, endSoundly } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { findShopperOrder } from "../shopper-queries";
import { cancelOwnOrder } from "./cancel-own-order";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();

endSoundly(gateway);

const actor = "merchant:test";

async function held() {
  const orderId = await createOrder();
  const source = "pm_card_visa";
  const asked = { orderId, gateway: "stripe", method: "authorize", source, actor } as const;
  return { orderId, paymentId: (await payOrder(asked)).id };
}

async function told(orderId: string) {
  const db = await database();
  return {
    mails: await db.mail.count({ where: { orderId, kind: "order_cancelled" } }),
    events: await db.orderEvent.count({ where: { orderId, kind: "order_cancelled" } }),
    stock: await db.stockItem.findFirst({
      where: { variant: { orderLines: { some: { orderId } } } },
      select: { onHand: true, reserved: true },
    }),
  };
}

const once = { mails: 1, events: 1, stock: { onHand: 10, reserved: 0 } };

describe("a shopper who cancels", () => {
  it("gets back what was held, is told once, and the goods are on the shelf again", async () => {
    const { orderId } = await held();
    await cancelOwnOrder(orderId);
    const order = await readOrder(orderId);
    expect(order).toMatchObject({ status: "cancelled", payment: "voided" });
    expect(order.payments[0]).toMatchObject({ authorizedMinor: 5000, voidedMinor: 5000 });
    expect(await told(orderId)).toEqual(once);
  });

  it("may press twice, in ten tabs at once", async () => {
    const { orderId } = await held();
    await Promise.all(Array.from({ length: 10 }, () => cancelOwnOrder(orderId)));
    const { payments } = await readOrder(orderId);
    const voids = payments[0]?.transactions.filter(({ kind }) => kind === "void");
    expect(voids).toMatchObject([{ status: "succeeded", amountMinor: 5000 }]);
    expect(await told(orderId)).toEqual(once);
  });

  it("and a merchant who captures at the same moment: one of them comes first, and both agree", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { orderId, paymentId } = await held();
      const both = [cancelOwnOrder(orderId), capturePayment({ paymentId, actor })] as const;
      const [cancelled, captured] = await Promise.allSettled(both);
      const order = await readOrder(orderId);
      expect([cancelled.status, captured.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const taken = cancelled.status === "rejected";
      expect(order).toMatchObject(
        taken
          ? { status: "complete", payment: "paid" }
          : { status: "cancelled", payment: "voided" },
      );
    }
  });

  it("is too late while nobody knows whether a capture took the money", async () => {
    const { orderId, paymentId } = await held();
    gateway.next("dropped_after_effect", "dropped_after_effect", "dropped_after_effect");
    expect(await capturePayment({ paymentId, actor })).toMatchObject({ status: "unknown" });
    const { accessToken } = await (
      await database()
    ).order.findUniqueOrThrow({ where: { id: orderId }, select: { accessToken: true } });
    expect(await findShopperOrder(accessToken)).toMatchObject({ canCancel: false });
    await expect(cancelOwnOrder(orderId)).rejects.toMatchObject({ code: "wrong_state" });
    gateway.always(null);
    await recoverPayment(paymentId);
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("gets back what was held even when the gateway does not answer: recovery lets go of it", async () => {
    const { orderId, paymentId } = await held();
    gateway.always("refused");
    await cancelOwnOrder(orderId);
    expect(await readOrder(orderId)).toMatchObject({ status: "cancelled", payment: "authorized" });
    gateway.always(null);
    await recoverPayment(paymentId);
    expect(await readOrder(orderId)).toMatchObject({ status: "cancelled", payment: "voided" });
    expect(await told(orderId)).toEqual(once);
  });

  it("cannot call off what was paid", async () => {
    const orderId = await createOrder();
    await payOrder({ orderId, gateway: "manual", method: "purchase", actor });
    await expect(cancelOwnOrder(orderId)).rejects.toMatchObject({ code: "wrong_state" });
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });
});
