import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import type { Currency } from "@/lib/money/currency";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { paymentsOf, recoverAll, takeStep } from "@/lib/testing/history";
import { stepArbitrary, type Step } from "@/lib/testing/history-steps";
import { useMortalDatabase } from "@/lib/testing/mortal-database";
import { createOrder, createVariant, expectAgreement } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { checkInvariants } from "./invariants";

/**
 * Whatever shoppers, merchants, tills, the dashboard, the network and dying processes do: after recovery
 * every invariant holds, and gateway and store agree to the minor unit. HISTORIES=1000 runs more of them. A
 * run that fails prints its seed and its path: SEED=… AT=… replays that one history, SEED=… all of them.
 */
useTestDatabase();
useMortalDatabase();
useSandbox();
const gateway = useFlakyGateway();

const runs = Number(process.env["HISTORIES"] ?? 12);
const seed = process.env["SEED"] === undefined ? undefined : Number(process.env["SEED"]);
const path = process.env["AT"];

/** Each payment's webhook comes at last, and everything that is open has been looked at. */
async function settle(orderId: string): Promise<void> {
  for (const { id } of await paymentsOf(orderId)) await lookAgain({ paymentId: id });
  await recoverAll(orderId);
  for (const { id } of await paymentsOf(orderId)) await lookAgain({ paymentId: id });
}

/** The shopper has one, which pays a third of the order. */
async function giveGiftCard(
  orderId: string,
  worth: { amountMinor: number; currency: Currency },
): Promise<void> {
  const { id: giftCardId } = await issueGiftCard({ ...worth, actor: "merchant:test" });
  await (await database()).orderGiftCard.create({ data: { orderId, giftCardId, position: 0 } });
}

async function expectRightEnd(
  totalMinor: number,
  currency: Currency,
  steps: Step[],
): Promise<void> {
  const began = new Date();
  const orderId = await createOrder({ totalMinor, currency, variantId: await createVariant(1) });
  await giveGiftCard(orderId, { amountMinor: 10 * Math.ceil(totalMinor / 30), currency });
  for (const step of steps) {
    gateway.always(null);
    if (step.fault !== null) gateway.next(step.fault);
    await takeStep(orderId, step);
  }
  gateway.always(null);
  await settle(orderId);
  expect(await checkInvariants()).toEqual([]);
  await expectAgreement(began);
  const db = await database();
  const all = await db.transaction.findMany({ where: { orderId } });
  expect(all.filter(({ status }) => status === "pending" || status === "unknown")).toEqual([]);
}

describe("any history of an order", () => {
  it(
    "ends with every invariant kept and the gateway in agreement",
    async () => {
      expect.hasAssertions();
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 50, max: 20_000 }),
          fc.constantFrom<Currency>("USD", "JPY", "KWD"),
          fc.array(stepArbitrary, { minLength: 2, maxLength: 9 }),
          // Three-decimal amounts end in zero at the gateway.
          (amount, currency, steps) =>
            expectRightEnd(currency === "KWD" ? amount * 10 : amount, currency, steps),
        ),
        {
          numRuns: runs,
          ...(seed !== undefined && { seed }),
          ...(path !== undefined && { path }),
          endOnFailure: true,
        },
      );
    },
    60_000 + runs * 20_000,
  );
});
