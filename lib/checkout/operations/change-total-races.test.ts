import { afterEach, describe, expect, it } from "vitest";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { again, expectPaid, only, place, sessionOf } from "@/lib/testing/changing";
import { useTestDatabase } from "@/lib/testing/database";
import { change, enter, openForm, ordersOf, sendBy } from "@/lib/testing/open-form";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { answerChallenge, cards, payByCard } from "@/lib/testing/shopper";

/** The total changes while something else happens. */
useTestDatabase();
useSandbox();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

describe("two changes at once", () => {
  it.each([2, 8])("leave one order with one form, of %s tabs", async (tabs) => {
    const form = await openForm();
    await enter(form);
    const answers = await Promise.all(Array.from({ length: tabs }, () => change(form)));
    expect(new Set(answers)).toEqual(new Set(["changed"]));
    expect(await only(form)).toMatchObject({
      totalMinor: 4300n,
      amendments: [{ status: "applied" }],
    });
    await payByCard(form, cards.good);
    await expectPaid(form, 4300n);
  });

  it("that differ end with what the bag said last", async () => {
    const form = await openForm();
    await Promise.all([
      enter(form).then(() => change(form)),
      sendBy(form, "express").then(() => change(form)),
    ]);
    await change(form);
    const order = await only(form);
    expect(order).toMatchObject({ totalMinor: 5100n });
    expect(order.cartVersion).toBe(order.cart?.version);
    expect(await sessionOf(form.sessionId)).toMatchObject({ amount_total: 5100 });
  });

  it("in place and anew leave one order that can be paid", async () => {
    const form = await openForm();
    await enter(form);
    await Promise.all([change(form), place(form)]);
    const open = (await ordersOf(form)).filter(({ status }) => status === "incomplete");
    expect(open).toMatchObject([{ totalMinor: 4300n }]);
    const payment = await again(open[0]?.id ?? "");
    expect(payment.amountMinor).toBe(4300);
  });
});

describe("a payment at the same moment", () => {
  it("before the change: the old total is paid, and the change is dropped", async () => {
    const form = await openForm({ usageLimit: 1 });
    await enter(form);
    // Paid at the gateway; nobody here has heard of it.
    await payByCard(form, cards.good);
    expect(await change(form)).toBe("anew");
    const order = await only(form);
    expect(order).toMatchObject({
      payment: "paid",
      totalMinor: 4700n,
      redemptions: [],
      cases: [],
      amendments: [{ status: "dropped" }],
    });
    await expect(place(form)).resolves.not.toMatchObject({ id: form.orderId });
  });

  it("at once: whichever comes first, one total is charged and recorded", async () => {
    for (let round = 0; round < 6; round += 1) {
      const form = await openForm();
      await enter(form);
      const [, paid] = await Promise.all([change(form), payByCard(form, cards.good)]);
      expect(paid.status).toBe(200);
      const { amount_total } = await sessionOf(form.sessionId);
      await expectPaid(form, BigInt(amount_total ?? 0));
    }
  });

  it("of somebody who stands before their bank's question: the old total is never paid", async () => {
    const form = await openForm();
    const { nextAction } = await payByCard(form, cards.needsAuthentication);
    await sendBy(form, "express");
    expect(await change(form)).toBe("changed");
    await answerChallenge(nextAction, "complete");
    await lookAgain({ orderId: form.orderId });
    expect(await only(form)).toMatchObject({ payment: "unpaid", totalMinor: 5500n });
    await payByCard(form, cards.good);
    await expectPaid(form, 5500n);
  });
});
