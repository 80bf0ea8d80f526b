import { expect } from "vitest";
import { database } from "@/lib/db/client";
import { amendablePayment } from "@/lib/payments/core/amendment";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { readOrder } from "@/lib/payments/store/orders";
import type { CrashTarget } from "./crash-operations";
import { about } from "./crash-scenes";
import { enter, openForm, dieChanging, type OpenForm } from "./open-form";
import { cards, payByCard } from "./shopper";

/** Open payment forms whose total is about to change, or is changing. */
const target = ({ orderId, cartRef }: OpenForm) => about({ orderId, ref: cartRef });

async function entered(): Promise<OpenForm> {
  const form = await openForm();
  await enter(form);
  return form;
}

/** The bag says another total than the order. */
export const changed = async (): Promise<CrashTarget> => target(await entered());

/** And the order is paid, of which nobody here has heard. */
export async function paid(): Promise<CrashTarget> {
  const form = await entered();
  await payByCard(form, cards.good);
  return target(form);
}

/** A process has written down what it wants to ask, and died. */
export async function asked(): Promise<CrashTarget> {
  const form = await entered();
  await dieChanging(form);
  return target(form);
}

/** It has asked before it died, and the shopper has paid the new total. */
export async function askedAndPaid(): Promise<CrashTarget> {
  const form = await entered();
  await dieChanging(form, { isAsked: true });
  await payByCard(form, cards.good);
  return target(form);
}

/** The form is open still, asks for the new total, and takes it. */
export async function payNew({ orderId }: CrashTarget): Promise<void> {
  const order = await readOrder(orderId);
  const payment = amendablePayment(order, new Date());
  expect(payment).toMatchObject({ amountMinor: 4300 });
  const { sessionRef, nextAction } = payment ?? {};
  const form = { sessionId: sessionRef ?? "", clientSecret: nextAction?.clientSecret ?? null };
  await payByCard(form, cards.good);
  await lookAgain({ orderId });
  const db = await database();
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({
    payment: "paid",
    totalMinor: 4300n,
  });
}
