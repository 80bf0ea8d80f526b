import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkInvariants } from "@/lib/payments/invariants";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

describe("what a merchant's program does", () => {
  it("captures in parts and refunds in parts", async () => {
    const { office, shop } = dialect;
    const id = await shopper.fill();
    await shopper.pay(id);
    await shop.orders._place(id);
    const [hold] = await office.orders.authorizations(id);
    expect(hold).toMatchObject({
      amount_cents: total,
      capture_balance_cents: total,
      succeeded: true,
      payment_method_type: "stripe_payments",
    });
    const holdId = z.string().parse(hold?.id);
    await office.authorizations.update({ id: holdId, _capture: true, _capture_amount_cents: 5000 });
    expect(await office.orders.retrieve(id)).toMatchObject({ payment_status: "partially_paid" });
    expect(await office.authorizations._capture(holdId)).toMatchObject({
      capture_balance_cents: 0,
    });
    const [first, second] = await office.orders.captures(id, { sort: ["created_at"] });
    expect(first).toMatchObject({ amount_cents: 5000, refund_balance_cents: 5000 });
    expect(second).toMatchObject({ amount_cents: total - 5000, succeeded: true });
    const captureId = z.string().parse(first?.id);

    await office.captures.update({ id: captureId, _refund: true, _refund_amount_cents: 1500 });
    expect(await office.captures.retrieve(captureId, { include: ["refunds"] })).toMatchObject({
      refund_amount_cents: 1500,
      refund_balance_cents: 3500,
      refunds: [{ amount_cents: 1500, succeeded: true }],
    });
    const tooMuch = { id: captureId, _refund: true, _refund_amount_cents: 3501 };
    await expect(office.captures.update(tooMuch)).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", meta: { error: "less_than_or_equal_to" } }],
    });
    expect(await office.orders.retrieve(id)).toMatchObject({
      payment_status: "partially_refunded",
    });
  });

  it("captures all, refunds all, and the order is over", async () => {
    const { office } = dialect;
    const id = await shopper.fill();
    await shopper.pay(id);
    await dialect.shop.orders._place(id);
    expect(await office.orders._approve(id)).toMatchObject({
      status: "approved",
      payment_status: "authorized",
    });
    await expect(office.orders._refund(id)).rejects.toMatchObject({ status: 422 });
    expect(await office.orders._capture(id)).toMatchObject({ payment_status: "paid" });
    expect(await office.orders._refund(id)).toMatchObject({
      status: "cancelled",
      payment_status: "refunded",
      fulfillment_status: "unfulfilled",
    });
    const { transactions } = await office.orders.retrieve(id, { include: ["transactions"] });
    expect(transactions?.map(({ type }) => type).toSorted()).toEqual([
      "authorizations",
      "captures",
      "refunds",
    ]);
  });

  it("cancels, which lets go of what is held", async () => {
    const { office } = dialect;
    const id = await shopper.fill();
    await shopper.pay(id);
    await dialect.shop.orders._place(id);
    expect(await office.orders._cancel(id)).toMatchObject({
      status: "cancelled",
      payment_status: "voided",
    });
    expect([...(await office.orders.voids(id))]).toMatchObject([{ amount_cents: total }]);
  });

  it("is more than a sales channel may do", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    await shopper.pay(id);
    await shop.orders._place(id);
    for (const pull of [shop.orders._capture, shop.orders._approve, shop.orders._cancel]) {
      await expect(pull.call(shop.orders, id)).rejects.toMatchObject({
        status: 401,
        errors: [{ code: "UNAUTHORIZED" }],
      });
    }
  });

  it("keeps every invariant", async () => {
    expect(await checkInvariants()).toEqual([]);
  });
});
