import { beforeAll, describe, expect, inject, it } from "vitest";
import { database } from "@/lib/db/client";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { bundleProgram, startProcess } from "@/lib/testing/store-process";

/** Two stores on one database: what is exclusive is exclusive through the database alone. */
const template = inject("template");
const EACH = Array.from({ length: 25 }, (_, index) => index);
let program = "";

useTestDatabase();
useSandbox();
beforeAll(async () => {
  program = await bundleProgram("busy-child");
});

/** In each round: how many of fifty attempts got through, half of them in each process. */
async function throughInRounds(operation: string, rounds: string[][][]): Promise<number[]> {
  const stores = await Promise.all(
    [0, 1].map((half) =>
      startProcess(program, { operation, rounds: rounds.map((halves) => halves[half]) }),
    ),
  );
  await Promise.all(stores.map(({ ready }) => ready));
  const through: number[] = [];
  for (const _ of rounds) {
    const counts = await Promise.all(stores.map((store) => store.round()));
    through.push(counts.reduce((sum, count) => sum + Number(count), 0));
  }
  await Promise.all(stores.map((store) => store.ended));
  return through;
}

async function fromBoth(operation: string, halves: string[][]): Promise<number> {
  const [through] = await throughInRounds(operation, [halves]);
  return through ?? 0;
}

const same = (target: string) => [EACH.map(() => target), EACH.map(() => target)];

async function paid(method: "purchase" | "authorize") {
  const orderId = await createOrder();
  const source = "pm_card_visa";
  const payment = await payOrder({ orderId, gateway: "stripe", method, source, actor: "shopper" });
  return payment.id;
}

describe.skipIf(template.kind === "embedded")("two processes on one database", () => {
  it("pay an order once, capture it once and refund what it has", async () => {
    expect(await fromBoth("pay", same(await createOrder()))).toBe(1);
    expect(await fromBoth("capture", same(await paid("authorize")))).toBe(1);
    expect(await fromBoth("refund", same(await paid("purchase")))).toBe(8);
    await expectSound();
    await expectAgreement();
  });

  it("sell the last unit once, ten times over", async () => {
    const rounds = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const variantId = await createVariant(1);
        const buyers = () => Promise.all(EACH.map(() => createOrder({ variantId })));
        return { variantId, halves: [await buyers(), await buyers()] };
      }),
    );
    const halves = rounds.map((round) => round.halves);
    expect(await throughInRounds("buy", halves)).toEqual(rounds.map(() => 1));
    for (const { variantId } of rounds) {
      const db = await database();
      const stock = await db.stockItem.findUnique({ where: { variantId } });
      expect(stock).toMatchObject({ onHand: 0, reserved: 0 });
    }
    await expectSound();
  }, 180_000);

  it("lesson 58: spend a gift card once, for one of twenty orders", async () => {
    const actor = "merchant:test";
    const { id } = await issueGiftCard({ amountMinor: 3000, currency: "USD", actor });
    const buyers = () =>
      Promise.all(
        EACH.slice(0, 10).map(async () => {
          const orderId = await createOrder({ totalMinor: 3000 });
          const db = await database();
          await db.orderGiftCard.create({ data: { orderId, giftCardId: id, position: 0 } });
          return orderId;
        }),
      );
    expect(await fromBoth("spend", [await buyers(), await buyers()])).toBe(1);
    const card = await (await database()).giftCard.findUniqueOrThrow({ where: { id } });
    expect(card.balanceMinor).toBe(0n);
    await expectSound();
  });
});
