import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { readOrder } from "@/lib/payments/store/orders";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { payOrder } from "./pay-order";
import { releaseExpired } from "./release-expired";

/** An order of which a part was paid, and with which nobody goes on. */
useTestDatabase();
useSandbox();

const actor = "merchant:test";

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const card = { gateway: "stripe", source: "pm_card_visa", actor } as const;

/** 10.00 are taken and 5.00 held of 50.00, an hour ago. */
async function partPaid({ isCounted = true } = {}): Promise<string> {
  const orderId = await createOrder();
  const db = await database();
  const where = { orderLines: { some: { orderId } } };
  await db.variant.updateMany({ where, data: { managesStock: isCounted } });
  await payOrder({ orderId, ...card, method: "purchase", amountMinor: 1000 });
  await payOrder({ orderId, ...card, method: "authorize", amountMinor: 500 });
  const past = new Date(Date.now() - 3_600_000);
  await db.payment.updateMany({ where: { orderId }, data: { createdAt: past } });
  await db.stockReservation.updateMany({ where: { orderId }, data: { expiresAt: past } });
  return orderId;
}

const casesOf = async (orderId: string) =>
  (await database()).paymentCase.findMany({ where: { orderId } });

const goodsOf = async (orderId: string) =>
  (await database()).stockReservation.findMany({ where: { orderId }, select: { status: true } });

describe("an order that is paid in part and left", () => {
  it("keeps its money and its goods, and is one case, which ends when the rest is paid", async () => {
    const orderId = await partPaid();
    await releaseExpired();
    await releaseExpired();
    expect(await casesOf(orderId)).toMatchObject([
      { kind: "part_paid", status: "open", facts: { paidMinor: 1500, totalMinor: 5000 } },
    ]);
    expect(await goodsOf(orderId)).toEqual([{ status: "held" }]);

    await payOrder({ orderId, ...card, method: "purchase" });
    expect(await readOrder(orderId)).toMatchObject({ status: "processing" });
    expect(await casesOf(orderId)).toMatchObject([{ status: "settled" }]);
  });

  it("is a case too when nobody counts its goods", async () => {
    const orderId = await partPaid({ isCounted: false });
    await releaseExpired();
    await releaseExpired();
    expect(await casesOf(orderId)).toMatchObject([{ kind: "part_paid", status: "open" }]);
    await cancelOrder({ orderId, actor, giveBack: true });
  });

  it("is given back as a whole by a merchant, once, and the goods are free", async () => {
    const orderId = await partPaid();
    await releaseExpired();
    await Promise.all([1, 2, 3].map(() => cancelOrder({ orderId, actor, giveBack: true })));
    const order = await readOrder(orderId);
    expect(order).toMatchObject({ status: "cancelled", payment: "refunded" });
    expect(order.payments).toMatchObject([
      { capturedMinor: 1000, refundedMinor: 1000 },
      { authorizedMinor: 500, voidedMinor: 500 },
    ]);
    expect(await goodsOf(orderId)).toEqual([{ status: "released" }]);
    expect(await casesOf(orderId)).toMatchObject([
      { status: "settled", resolution: "The money is back." },
    ]);
  });

  it("is not given back when the rest came in the meantime", async () => {
    const orderId = await partPaid();
    await releaseExpired();
    await payOrder({ orderId, ...card, method: "purchase" });
    await expect(cancelOrder({ orderId, actor, giveBack: true })).rejects.toMatchObject({
      code: "wrong_state",
    });
    expect(await readOrder(orderId)).toMatchObject({ status: "processing" });
  });
});
