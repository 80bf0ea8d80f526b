import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { processEvents } from "@/lib/payments/webhooks/process";
import { storeEvent } from "@/lib/payments/webhooks/store";
import { accountOf } from "@/lib/register/accounts";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { useTestDatabase } from "@/lib/testing/database";
import { recoverAll } from "@/lib/testing/history";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { tapCard } from "@/lib/testing/reader";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { bundleProgram, startProcess } from "@/lib/testing/store-process";
import { checkInvariants } from "./invariants";

/**
 * The process is killed with SIGKILL between any two of its effects, and a new one ends what it began.
 * It needs a database that outlives the process, so it runs with TEST_DATABASE_URL. CRASH_STRIDE=1
 * visits every point; otherwise every ninth.
 */
const template = inject("template");
const stride = Number(process.env["CRASH_STRIDE"] ?? 9);
let program = "";
const actor = "merchant:test";

useTestDatabase();
useSandbox();

beforeAll(async () => {
  program = await bundleProgram("crash-child");
});

type Ids = { orderId: string; paymentId: string };

/** Gives the number of points that the process passed, or null when it was killed. */
async function runChild(operation: string, dieAt: number, ids: Ids): Promise<number | null> {
  const store = await startProcess(program, { operation, dieAt, ...ids });
  const { output, errors, signal } = await store.ended;
  if (signal === "SIGKILL") return null;
  if (output.trim() === "") throw new Error(errors);
  return Number(output.trim());
}

const order = async (): Promise<Ids> => ({ orderId: await createOrder(), paymentId: "" });

async function paid(method: "purchase" | "authorize"): Promise<Ids> {
  const orderId = await createOrder();
  const source = "pm_card_visa";
  const { id } = await payOrder({ orderId, gateway: "stripe", method, source, actor });
  return { orderId, paymentId: id };
}

const start = (orderId: string) =>
  startCheckoutPayment({
    orderId,
    collectedBy: "elements",
    returnUrl: "http://localhost:3000/return",
    actor,
  });

async function paidCheckout(): Promise<Ids> {
  const orderId = await createOrder();
  const checkout = await start(orderId);
  await payByCard(checkout, cards.good);
  return { orderId, paymentId: checkout.paymentId };
}

async function paidWithEvent(): Promise<Ids> {
  const ids = await paidCheckout();
  const metadata = { payment_id: ids.paymentId };
  const object = { object: "checkout.session", metadata };
  const body = JSON.stringify({ type: "checkout.session.completed", data: { object } });
  const type = "checkout.session.completed";
  await storeEvent({ source: "stripe", externalId: newToken(), type, body });
  return ids;
}

async function withOpenRefund(): Promise<Ids> {
  const ids = await paid("purchase");
  const { id } = await refundPayment({ paymentId: ids.paymentId, amountMinor: 3000, actor });
  const db = await database();
  // As if the process had ended right after writing its intent.
  const later = await refundPayment({ paymentId: ids.paymentId, amountMinor: 1000, actor });
  expect([id, later.id]).toHaveLength(2);
  await db.transaction.updateMany({
    where: { nextLookAt: { not: null } },
    data: { nextLookAt: new Date(0) },
  });
  return ids;
}

async function expired(): Promise<Ids> {
  const ids = await paidCheckout();
  await expire(ids.orderId);
  return ids;
}

async function expire(orderId: string): Promise<void> {
  const db = await database();
  await db.stockReservation.updateMany({ where: { orderId }, data: { expiresAt: new Date(0) } });
}

/** An attempt that was declined, and that a page somewhere paid after another one had. */
async function paidTwice(): Promise<Ids> {
  const orderId = await createOrder();
  const attempt = { orderId, gateway: "stripe", method: "purchase", actor } as const;
  const first = await payOrder({ ...attempt, source: "pm_card_visa_chargeDeclined" });
  await payOrder({ ...attempt, source: "pm_card_visa" });
  const method = { payment_method: "pm_card_visa" };
  await stripe().paymentIntents.confirm(first.gatewayRef ?? "", method);
  return { orderId, paymentId: first.id };
}

async function disputed(): Promise<Ids> {
  const orderId = await createOrder();
  const source = "pm_card_createDispute";
  const attempt = { orderId, gateway: "stripe", method: "purchase", source, actor } as const;
  const { id } = await payOrder(attempt);
  return { orderId, paymentId: id };
}

const till = async () => {
  const db = await database();
  const where = { externalId: "crash" };
  const create = { ...where, name: "Till", gateway: "stripe", currency: "USD" } as const;
  return accountOf(await db.registerAccount.upsert({ where, create, update: {} }));
};

/** An order that a till may ask a reader for. */
async function atTill(): Promise<Ids> {
  await till();
  return order();
}

async function atReader(): Promise<Ids> {
  const account = await till();
  const common = { account, actor, externalTransactionId: newToken() };
  const card = { methodType: "card_present", captureMethod: "manual" } as const;
  const begun = await beginPayment({ ...common, ...card, sale: { amountMinor: 5000 } });
  return { orderId: begun.orderId, paymentId: begun.payment.id };
}

/** A reader has read the card, and the store has not heard of it. */
async function tapped(): Promise<Ids> {
  const ids = await atReader();
  const db = await database();
  const { gatewayRef } = await db.payment.findUniqueOrThrow({ where: { id: ids.paymentId } });
  await tapCard(gatewayRef, { tipMinor: 500 });
  return ids;
}

async function tappedAndSeen(): Promise<Ids> {
  const ids = await tapped();
  await lookAgain({ orderId: ids.orderId });
  return ids;
}

/** What a new process does after its start. */
async function restart({ orderId, paymentId }: Ids): Promise<void> {
  const db = await database();
  await db.webhookEvent.updateMany({
    where: { processedAt: null },
    data: { nextTryAt: new Date(0) },
  });
  await processEvents();
  await recoverAll(orderId);
  await releaseExpired();
  await lookAgain({ orderId });
  // What its webhook says when it comes.
  if (paymentId !== "") await lookAgain({ paymentId });
}

type Scenario = [name: string, setup: () => Promise<Ids>, ends: string[], operation?: string];

const scenarios: Scenario[] = [
  ["pay", order, ["unpaid", "paid"]],
  ["authorize", order, ["unpaid", "authorized"]],
  ["pay_offline", order, ["unpaid", "paid"]],
  ["capture", () => paid("authorize"), ["authorized", "partially_paid"]],
  ["refund", () => paid("purchase"), ["paid", "partially_refunded"]],
  ["void", () => paid("authorize"), ["authorized", "voided"]],
  ["start_checkout", order, ["unpaid"]],
  ["look", paidCheckout, ["paid"]],
  ["a look at what was paid twice", paidTwice, ["paid"], "look_at_payment"],
  ["a look at what is disputed", disputed, ["paid"], "look_at_payment"],
  ["an intent at a till", atTill, ["unpaid"], "begin_in_person"],
  ["another amount at a reader", atReader, ["unpaid"], "change_amount"],
  ["a look at what a reader took", tapped, ["authorized"], "look"],
  ["a capture at a till", tappedAndSeen, ["authorized", "partially_paid"], "capture"],
  ["webhooks", paidWithEvent, ["paid"]],
  ["recover", withOpenRefund, ["partially_refunded"]],
  ["release", expired, ["paid"]],
];

describe.skipIf(template.kind === "embedded")("a process that is killed", () => {
  afterEach(async () => {
    await expectSound();
    await expectAgreement();
  });

  it.each(scenarios)(
    "on its way through %s leaves what the next one ends",
    async (name, setup, ends, operation = name) => {
      const points = (await runChild(operation, 0, await setup())) ?? 0;
      expect(points).toBeGreaterThan(0);
      for (let dieAt = 1; dieAt <= points; dieAt += stride) {
        const ids = await setup();
        // A statement more or less is natural; then it simply gets to its end.
        await runChild(operation, dieAt, ids);
        await restart(ids);
        expect(await checkInvariants()).toEqual([]);
        const db = await database();
        const after = await db.order.findUniqueOrThrow({
          where: { id: ids.orderId },
          include: { transactions: true },
        });
        expect(ends).toContain(after.payment);
        const open = after.transactions.filter(
          ({ status }) => status === "pending" || status === "unknown",
        );
        expect(open).toEqual([]);
      }
    },
    1_200_000,
  );
});
