import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { recoverAmendments } from "@/lib/payments/operations/amend-checkout";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { again, expectPaid, only, place, sessionOf } from "@/lib/testing/changing";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { recoverAll } from "@/lib/testing/history";
import { change, enter, openForm, ordersOf, type OpenForm } from "@/lib/testing/open-form";
import { endSoundly } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";

/** The total changes, or does not: for a while nobody here knows. */
useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();

endSoundly(gateway);

const price_data = { currency: "usd", unit_amount: 4300, product_data: { name: "Lamp" } };
const lamp = { quantity: 1, price_data };

/** The question was asked, and no answer came: `arrived` or not, nobody here knows. */
async function unanswered(arrived: boolean): Promise<OpenForm> {
  const form = await openForm();
  await enter(form);
  gateway.next(arrived ? "dropped_after_effect" : "refused");
  expect(await change(form)).toBe("anew");
  expect(await only(form)).toMatchObject({
    totalMinor: 4700n,
    amendments: [{ status: "pending" }],
  });
  return form;
}

describe("a payment of a change without an answer", () => {
  it("that has arrived: the new total is paid", async () => {
    const form = await unanswered(true);
    await payByCard(form, cards.good);
    await expectPaid(form, 4300n);
    const db = await database();
    expect(await db.cartItem.count({ where: { cart: { ref: form.cartRef } } })).toBe(0);
  });

  it("that never arrived: the old total is paid, and its order says so", async () => {
    const form = await unanswered(false);
    await payByCard(form, cards.good);
    await expectPaid(form, 4700n);
    expect(await only(form)).toMatchObject({ amendments: [{ status: "dropped" }] });
  });
});

describe("a change without an answer", () => {
  it.each([true, false])("is settled by recovery, arrived: %s", async (arrived) => {
    const form = await unanswered(arrived);
    await recoverAll(form.orderId);
    const order = await only(form);
    expect(order).toMatchObject({ totalMinor: 4300n, amendments: [{ status: "applied" }] });
    expect(order.cartVersion).toBe(order.cart?.version);
    expect(await sessionOf(form.sessionId)).toMatchObject({ amount_total: 4300, status: "open" });
    await payByCard(form, cards.good);
    await expectPaid(form, 4300n);
  });

  it("is waited for while the gateway is silent, and nobody is given the form", async () => {
    const form = await unanswered(false);
    gateway.always("refused");
    await recoverAll(form.orderId);
    await expect(again(form.orderId)).rejects.toMatchObject({ code: "gateway_down" });
    expect(await only(form)).toMatchObject({ amendments: [{ status: "pending" }] });
    gateway.always(null);
    expect((await again(form.orderId)).amountMinor).toBe(4300);
    expect(await only(form)).toMatchObject({ amendments: [{ status: "applied" }] });
  });

  it.each([true, false])(
    "is settled by the new order that takes its place, %s",
    async (arrived) => {
      const form = await unanswered(arrived);
      const placed = await place(form);
      const orders = await ordersOf(form);
      expect(orders.filter(({ status }) => status === "incomplete")).toMatchObject([
        { id: placed.id, totalMinor: 4300n, redemptions: [{ discountMinor: 400n }] },
      ]);
      expect(await sessionOf(form.sessionId)).toMatchObject({ status: "expired" });
      const payment = await again(placed.id);
      expect(payment.amountMinor).toBe(4300);
      await payByCard(payment, cards.good);
      await lookAgain({ orderId: placed.id });
      expect((await ordersOf(form)).at(-1)).toMatchObject({ payment: "paid", cases: [] });
    },
  );

  it("that arrives after its form was closed moves nothing", async () => {
    const form = await unanswered(false);
    const { amendments } = await only(form);
    await place(form);
    const late = stripe().checkout.sessions.update(
      form.sessionId,
      { metadata: { amendment_id: amendments[0]?.id ?? "" }, line_items: [lamp] },
      { idempotencyKey: amendments[0]?.id ?? "" },
    );
    await expect(late).rejects.toMatchObject({ statusCode: 400 });
  });

  it("is settled when the order is cancelled, and when its time to pay ends", async () => {
    for (const arrived of [true, false]) {
      const cancelled = await unanswered(arrived);
      await cancelOrder({ orderId: cancelled.orderId, actor: "merchant:test", letGo: true });
      const status = arrived ? "applied" : "dropped";
      expect(await only(cancelled)).toMatchObject({
        status: "cancelled",
        payment: "unpaid",
        amendments: [{ status }],
      });
      const expired = await unanswered(arrived);
      const data = { expiresAt: new Date(0) };
      const { orderId } = expired;
      await (await database()).stockReservation.updateMany({ where: { orderId }, data });
      await releaseExpired();
      expect(await only(expired)).toMatchObject({ amendments: [{ status }] });
    }
  });
});

describe("a change that is refused", () => {
  it("ends the form, and the bag is ordered anew", async () => {
    const form = await openForm({ usageLimit: 1 });
    await enter(form);
    // Somebody has closed it at the dashboard, and no event has told.
    await stripe().checkout.sessions.expire(form.sessionId);
    expect(await change(form)).toBe("anew");
    expect(await only(form)).toMatchObject({
      amendments: [{ status: "dropped" }],
      redemptions: [],
    });
    const placed = await place(form);
    expect(placed.id).not.toBe(form.orderId);
    expect((await again(placed.id)).amountMinor).toBe(4300);
  });

  it("by a code that was used up a moment ago is not asked at all", async () => {
    const [first, second] = [await openForm({ usageLimit: 1 }), await openForm()];
    const shared = { ...second, code: first.code };
    await enter(first);
    await enter(shared);
    await Promise.all([change(first), change(shared)]);
    const totals = [await only(first), await only(shared)].map(({ totalMinor }) => totalMinor);
    expect(totals.toSorted()).toEqual([4300n, 4700n]);
    const db = await database();
    expect(await db.promotionRedemption.count({ where: { promotion: { code: first.code } } })).toBe(
      1,
    );
  });

  it("is due only when it is due", async () => {
    const form = await unanswered(false);
    await (
      await database()
    ).orderAmendment.updateMany({
      where: { orderId: form.orderId },
      data: { nextLookAt: new Date(Date.now() + 60_000) },
    });
    expect(await recoverAmendments()).toBe(0);
    expect(await only(form)).toMatchObject({ amendments: [{ status: "pending" }] });
    await recoverAll(form.orderId);
  });
});
