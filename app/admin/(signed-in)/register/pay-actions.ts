"use server";
import { z } from "zod";
import type { Outcome } from "@/components/admin/register/actions";
import { orderIdSchema, paymentIdSchema } from "@/lib/ids";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { requireInPerson } from "@/lib/register/in-person";
import { authorizeInPerson, stopReader } from "@/lib/register/operations/authorize";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { cancelInPerson } from "@/lib/register/operations/cancel";
import { lookAtSale } from "@/lib/register/operations/look-at-sale";
import { mailReceipt as mail } from "@/lib/register/operations/mail-receipt";
import { payOffline as payAtCounter } from "@/lib/register/operations/pay-offline";
import { giveBack } from "@/lib/register/operations/refund";
import { saveCard } from "@/lib/register/operations/save-card";
import { requireSale } from "@/lib/register/queries";
import { connectionToken as tokenOf, holdSimulatedCard } from "@/lib/register/readers";
import { readTillSale, type TillSale } from "@/lib/register/till-view";
import { tillAction } from "./outcome";

const till = z.object({ till: z.string().max(200) });
const ofSale = till.extend({ orderId: orderIdSchema });
const ofPayment = ofSale.extend({ paymentId: paymentIdSchema });
const amountMinor = z.int().positive();
const key = z.uuid();
const email = z.email();

type Sale = Promise<Outcome<TillSale>>;

export async function look(asked: unknown): Sale {
  return tillAction(ofSale, asked, async ({ orderId }, { account }) => {
    await lookAtSale(account, orderId);
    return readTillSale(account, orderId);
  });
}

export async function beginCard(asked: unknown): Sale {
  const input = ofSale.extend({ amountMinor, key });
  return tillAction(input, asked, async (ask, { account, actor }) => {
    await beginPayment({
      account,
      actor,
      externalTransactionId: `till:${ask.key}`,
      methodType: "card_present",
      captureMethod: "automatic",
      sale: { orderId: ask.orderId, amountMinor: ask.amountMinor },
    });
    return readTillSale(account, ask.orderId);
  });
}

export async function askReader(asked: unknown): Sale {
  const input = ofPayment.extend({ readerRef: z.string().max(100) });
  return tillAction(input, asked, async ({ orderId, paymentId, readerRef }, till) => {
    const payment = await requireInPerson(till.account, { paymentId });
    await authorizeInPerson({ ...till, payment, readerRef });
    return readTillSale(till.account, orderId);
  });
}

export async function holdCard(asked: unknown): Sale {
  const input = ofPayment.extend({
    readerRef: z.string().max(100),
    number: z.string().regex(/^\d{12,19}$/),
  });
  return tillAction(input, asked, async ({ orderId, readerRef, number }, { account }) => {
    await holdSimulatedCard(account, readerRef, { number });
    await lookAtSale(account, orderId);
    return readTillSale(account, orderId);
  });
}

export async function cancelPayment(asked: unknown): Sale {
  return tillAction(ofPayment, asked, async ({ orderId, paymentId }, till) => {
    const payment = await requireInPerson(till.account, { paymentId });
    await stopReader(till.account, payment).catch(() => undefined);
    await cancelInPerson({ ...till, payment });
    return readTillSale(till.account, orderId);
  });
}

export async function chargeCard(asked: unknown): Sale {
  const input = ofSale.extend({ amountMinor, key, cardId: z.uuid() });
  return tillAction(input, asked, async (ask, { account, actor }) => {
    const { customer } = await readTillSale(account, ask.orderId);
    await beginPayment({
      account,
      actor,
      externalTransactionId: `till:${ask.key}`,
      methodType: "card",
      captureMethod: "automatic",
      sale: { orderId: ask.orderId, amountMinor: ask.amountMinor },
      externalCustomerId: customer.email,
      methodRef: ask.cardId,
    });
    return readTillSale(account, ask.orderId);
  });
}

type Offline = { sale: TillSale; changeMinor: number };

export async function payOffline(asked: unknown): Promise<Outcome<Offline>> {
  const tender = z.string().trim().min(1).max(40);
  const input = ofSale.extend({ tender, amountMinor, tenderedMinor: amountMinor, key });
  return tillAction(input, asked, async ({ till: _till, ...ask }, { account, actor }) => {
    const { changeMinor } = await payAtCounter({ ...ask, account, actor });
    return { sale: await readTillSale(account, ask.orderId), changeMinor };
  });
}

export async function cancelSale(asked: unknown): Sale {
  return tillAction(ofSale, asked, async ({ orderId }, { account, actor }) => {
    await requireSale(account, orderId);
    await cancelOrder({ orderId, actor });
    return readTillSale(account, orderId);
  });
}

export async function keepCard(asked: unknown): Sale {
  const input = ofPayment.extend({ email, consent: z.string().min(1).max(500) });
  return tillAction(input, asked, async (ask, { account, actor }) => {
    const { payment } = await requireInPerson(account, { paymentId: ask.paymentId });
    const externalCustomerId = ask.email.toLowerCase();
    const paymentRef = payment.gatewayRef ?? "";
    await saveCard({ account, actor, paymentRef, externalCustomerId, consent: ask.consent });
    return readTillSale(account, ask.orderId);
  });
}

export async function mailReceipt(asked: unknown): Sale {
  return tillAction(ofSale.extend({ email }), asked, async (ask, { account }) => {
    await mail({ account, orderId: ask.orderId, email: ask.email });
    return readTillSale(account, ask.orderId);
  });
}

/** Back to what was paid with, or out of the drawer and only written down here. */
export async function refund(asked: unknown): Sale {
  const input = ofPayment.extend({ amountMinor, key, into: z.enum(["same", "cash"]) });
  return tillAction(input, asked, async (ask, { account, actor }) => {
    const { till: _till, ...refund } = ask;
    await giveBack({ ...refund, account, actor });
    return readTillSale(account, ask.orderId);
  });
}

export async function connectionToken(asked: unknown): Promise<Outcome<string>> {
  return tillAction(till, asked, (_ask, { account }) => tokenOf(account));
}
