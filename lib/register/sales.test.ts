import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { saveTaxRate } from "@/lib/tax/manage";
import { createSellable } from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { tapCard } from "@/lib/testing/reader";
import { clerk as actor, createTill, intentOf, tapped } from "@/lib/testing/register";
import { useSandbox } from "@/lib/testing/sandbox";
import type { RegisterAccount } from "./accounts";
import { listBaskets, parkBasket, takeBasket } from "./baskets";
import { beginPayment } from "./operations/begin-payment";
import { cancelInPerson } from "./operations/cancel";
import { captureInPerson } from "./operations/capture";
import { lookInPerson } from "./operations/look";
import { mailReceipt } from "./operations/mail-receipt";
import { payOffline } from "./operations/pay-offline";
import { giveBack, refundInPerson } from "./operations/refund";
import { listSales, requireSale } from "./queries";
import { openSale } from "./sale";
import { registerSettingsSchema } from "./settings";
import { readTillSale } from "./till-view";
import { dayTotals } from "./totals";

useTestDatabase();
useSandbox();
let account: RegisterAccount;

beforeAll(async () => {
  account = await createTill();
});

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

describe("a sale of goods", () => {
  it("sells the last one once, whoever holds a card to the reader", async () => {
    const variantId = await createSellable({ priceMinor: 1800, onHand: 1 });
    const sale = { lines: [{ variantId, quantity: 1 }] };
    const first = await tapped({ account, sale });
    await expect(beginPayment(intentOf({ account, sale }))).rejects.toMatchObject({
      code: "out_of_stock",
    });
    await cancelInPerson({ account, payment: first, actor });
    const second = await tapped({ account, sale });
    await captureInPerson({ account, payment: second, actor });
    const stock = await (await database()).stockItem.findUniqueOrThrow({ where: { variantId } });
    expect(stock).toMatchObject({ onHand: 0, reserved: 0 });
  });

  it("is split between cash and card, with a discount, a tip and change", async () => {
    const variantId = await createSellable({ priceMinor: 1001 });
    const key = newId();
    const discount = { is: "amount", minor: 100 } as const;
    const ask = { account, actor, key, discount, tipMinor: 300 };
    const lines = [{ variantId, quantity: 3 }];
    const extra = { title: "Repair", amountMinor: 500 };
    const { orderId, totalMinor } = await openSale({ ...ask, lines, extra });
    expect(totalMinor).toBe(3003 + 500 - 100 + 300);
    expect(await openSale({ ...ask, lines, extra })).toEqual({ orderId, totalMinor });
    await expect(openSale({ ...ask, lines })).rejects.toMatchObject({ code: "key_reused" });

    const cash = { account, orderId, actor, tender: "cash", key: newId() };
    const paid = { ...cash, amountMinor: 1000, tenderedMinor: 2000 };
    expect(await payOffline(paid)).toMatchObject({ changeMinor: 1000 });
    expect(await payOffline(paid)).toMatchObject({ changeMinor: 1000 });
    const sale = { orderId };
    const card = await tapped({ account, sale, captureMethod: "automatic" });
    const { payment } = await lookInPerson(account, card);
    expect(payment.capturedMinor).toBe(totalMinor - 1000);
    expect((await requireSale(account, orderId)).order).toMatchObject({ payment: "paid" });
    expect((await listSales({ account, limit: 1 }))[0]).toMatchObject({ orderId, totalMinor });
  });

  it("counts in the day's totals by tender, refunds too", async () => {
    const own = await createTill();
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
      taxMinor: 0,
      netMinor: 1500,
    });
  });

  it("paid by card and given back in cash takes the money out of the drawer", async () => {
    const own = await createTill();
    const begun = await tapped({ account: own, captureMethod: "automatic" });
    const { payment, orderId } = await lookInPerson(own, begun);
    const refund = { account: own, orderId, paymentId: payment.id, actor, amountMinor: 299 };
    const asked = { ...refund, into: "cash", key: newId() } as const;
    await giveBack(asked);
    // The button was pressed twice, or the first answer was lost.
    await giveBack(asked);
    const day = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
    const { tenders, netMinor } = await dayTotals({ account: own, ...day });
    const none = { payments: 0, takenMinor: 0, refundedMinor: 0 };
    expect(tenders).toEqual([
      { ...none, tender: "card_present", payments: 1, takenMinor: 1299, netMinor: 1299 },
      { ...none, tender: "cash", refundedMinor: 299, netMinor: -299 },
    ]);
    expect(netMinor).toBe(1000);
  });

  it("is taxed where the till stands, and its receipt says so, on paper and by mail", async () => {
    const rate = { id: null, name: "Sales tax", country: "US", region: "CA", basisPoints: 725 };
    await saveTaxRate({ ...rate, included: false, onShipping: false, active: true });
    const place = { country: "US", region: "CA" };
    const own = await createTill(registerSettingsSchema.parse({ place }));
    const variantId = await createSellable({ priceMinor: 2000 });
    const discount = { is: "percent", percent: 10 } as const;
    const goods = { lines: [{ variantId, quantity: 1 }], discount, tipMinor: 300 };
    const { orderId } = await openSale({ ...goods, account: own, actor, key: newId() });
    await payOffline({ account: own, orderId, tender: "cash", actor, key: newId() });
    const seen = await readTillSale(own, orderId);
    // The tip is neither discounted nor taxed.
    expect(seen.totalMinor).toBe(1800 + 131 + 300);
    expect(seen.sums.map(({ label, value }) => [label, value])).toEqual([
      ["Goods", "$23.00"],
      ["Discount", "−$2.00"],
      ["Sales tax 7.25%", "$1.31"],
    ]);
    const range = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
    expect(await dayTotals({ account: own, ...range })).toMatchObject({ taxMinor: 131 });

    const receipt = { account: own, orderId, email: " Ann@Example.com " };
    await mailReceipt(receipt);
    await mailReceipt(receipt);
    const mails = await (await database()).mail.findMany({ where: { orderId } });
    expect(mails).toMatchObject([{ recipient: "ann@example.com", subject: expect.any(String) }]);
    expect(mails[0]?.text).toMatch(/Sales tax.*\$1\.31/);
  });

  it("has no receipt to mail before it is paid", async () => {
    const { orderId } = await openSale({ account, actor, key: newId(), amountMinor: 700 });
    const asked = mailReceipt({ account, orderId, email: "ann@example.com" });
    await expect(asked).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("that is cancelled is not taken by a reader that still waits", async () => {
    const begun = await beginPayment(intentOf({ account }));
    await cancelOrder({ orderId: begun.orderId, actor });
    await expect(tapCard(begun.payment.gatewayRef)).rejects.toThrow("canceled");
  });
});

it("a parked basket is resumed by one till", async () => {
  const extra = { title: "Soup", amountMinor: 500 };
  const discount = { is: "percent", percent: 10 } as const;
  const basket = { lines: [], extra, discount, customer: null };
  const { id } = await parkBasket({ account, label: "Table 4", basket, actor });
  expect(await listBaskets(account)).toMatchObject([{ id, label: "Table 4", basket }]);
  expect(await takeBasket(account, id)).toMatchObject({ basket });
  await expect(takeBasket(account, id)).rejects.toMatchObject({ code: "not_found" });
});
