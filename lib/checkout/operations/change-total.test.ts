import { afterEach, describe, expect, it } from "vitest";
import { setQuantity } from "@/lib/cart/operations/set-quantity";
import { database } from "@/lib/db/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { sessionOf } from "@/lib/testing/changing";
import { useTestDatabase } from "@/lib/testing/database";
import { change, enter, openForm, ordersOf, sendBy, shop } from "@/lib/testing/open-form";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { removeCode } from "./enter-code";
import { placeOrder } from "./place-order";

useTestDatabase();
useSandbox();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

describe("changeTotal", () => {
  it("gives the same order and the same form another total, by a code and by another rate", async () => {
    const form = await openForm();
    await enter(form);
    expect(await change(form)).toBe("changed");
    expect(await sessionOf(form.sessionId)).toMatchObject({ status: "open", amount_total: 4300 });
    await sendBy(form, "express");
    expect(await change(form)).toBe("changed");

    const [order, ...others] = await ordersOf(form);
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      id: form.orderId,
      status: "incomplete",
      subtotalMinor: 4000n,
      discountMinor: 400n,
      shippingMinor: 1500n,
      shippingRateCode: "express",
      totalMinor: 5100n,
      lines: [{ discountMinor: 400n, totalMinor: 3600n }],
      payments: [{ sessionRef: form.sessionId, amountMinor: 5100n }],
      redemptions: [{ discountMinor: 400n }],
      reservations: [{ status: "held", quantity: 2 }],
      amendments: [
        { status: "applied", fromMinor: 4700n, toMinor: 4300n },
        { status: "applied", fromMinor: 4300n, toMinor: 5100n },
      ],
    });
    expect(order?.cartVersion).toBe(order?.cart?.version);
    expect(await placeOrder({ cartRef: form.cartRef, ...shop })).toMatchObject({
      id: form.orderId,
    });

    await payByCard(form, cards.good);
    await lookAgain({ orderId: form.orderId });
    const [paid] = await ordersOf(form);
    expect(paid).toMatchObject({ payment: "paid", totalMinor: 5100n, cases: [] });
    expect(paid?.payments).toMatchObject([{ capturedMinor: 5100n, authorizedMinor: 5100n }]);
    const db = await database();
    expect(await db.cartItem.count({ where: { cart: { ref: form.cartRef } } })).toBe(0);
    const told = { orderId: form.orderId, kind: "total_changed" };
    expect(await db.orderEvent.findMany({ where: told, orderBy: { id: "asc" } })).toMatchObject([
      { actor: "shopper", message: "The shopper changed the total from $47.00 to $43.00" },
      { actor: "shopper", message: "The shopper changed the total from $43.00 to $51.00" },
    ]);
  });

  it("takes a code's use back when the code is taken out", async () => {
    const form = await openForm({ usageLimit: 1 });
    await enter(form);
    expect(await change(form)).toBe("changed");
    const db = await database();
    const { id } = await db.promotion.findUniqueOrThrow({ where: { code: form.code } });
    await removeCode({ cartRef: form.cartRef, id });
    expect(await change(form)).toBe("changed");
    const [order] = await ordersOf(form);
    expect(order).toMatchObject({ id: form.orderId, totalMinor: 4700n, redemptions: [] });
    expect(order?.lines).toMatchObject([{ discountMinor: 0n, totalMinor: 4000n }]);
    expect(await sessionOf(form.sessionId)).toMatchObject({ amount_total: 4700 });
  });

  it("asks nobody when the bag was touched and costs the same", async () => {
    const form = await openForm();
    await sendBy(form, "express");
    await sendBy(form, "standard");
    expect(await change(form)).toBe("changed");
    const [order] = await ordersOf(form);
    expect(order).toMatchObject({ totalMinor: 4700n, amendments: [] });
    expect(order?.cartVersion).toBe(order?.cart?.version);
  });

  it("is done after a refused card too, whose intent asks for the new total then", async () => {
    const form = await openForm();
    await payByCard(form, cards.declined);
    await lookAgain({ orderId: form.orderId });
    await sendBy(form, "express");
    expect(await change(form)).toBe("changed");
    await payByCard(form, cards.good);
    await lookAgain({ orderId: form.orderId });
    expect(await ordersOf(form)).toMatchObject([
      { payment: "paid", totalMinor: 5500n, payments: [{ capturedMinor: 5500n }], cases: [] },
    ]);
  });

  it("leaves other goods, and forms that are not ours, to a new order", async () => {
    const form = await openForm();
    const [order] = await ordersOf(form);
    const variantId = order?.lines[0]?.variantId ?? "";
    await setQuantity({ ref: form.cartRef, variantId, quantity: 3 });
    expect(await change(form)).toBe("anew");
    const hosted = await openForm({ collectedBy: "hosted" });
    await sendBy(hosted, "express");
    expect(await change(hosted)).toBe("anew");
    const placed = await placeOrder({ cartRef: hosted.cartRef, ...shop });
    expect(placed.id).not.toBe(hosted.orderId);
    expect(await ordersOf(hosted)).toMatchObject([
      { status: "cancelled", totalMinor: 4700n, amendments: [] },
      { status: "incomplete", totalMinor: 5500n },
    ]);
  });
});
