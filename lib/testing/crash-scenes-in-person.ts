import { database } from "@/lib/db/client";
import { newId, newToken } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { accountOf } from "@/lib/register/accounts";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { payOffline } from "@/lib/register/operations/pay-offline";
import { openSale } from "@/lib/register/sale";
import { createSellable } from "./checkout";
import type { CrashTarget } from "./crash-operations";
import { about } from "./crash-scenes";
import { tapCard } from "./reader";

/** How things stand at a counter before an operation on whose way the process is killed. */
const actor = "merchant:test";

const till = async () => {
  const db = await database();
  const where = { externalId: "crash" };
  const create = { ...where, name: "Till", gateway: "stripe", currency: "USD" } as const;
  return accountOf(await db.registerAccount.upsert({ where, create, update: {} }));
};

/** Goods at a till, one of which is sold. */
export async function goods(): Promise<CrashTarget> {
  await till();
  return about({ ref: await createSellable({ priceMinor: 5000 }) });
}

/** An order that a till may ask a reader for, or take cash for. */
export async function sale(): Promise<CrashTarget> {
  const open = { account: await till(), actor, key: newId() };
  const { orderId } = await openSale({ ...open, amountMinor: 5000 });
  return about({ orderId });
}

/** A part was paid in cash, and a card is asked for the rest. */
export async function partlyInCash(): Promise<CrashTarget> {
  const target = await sale();
  const { orderId } = target;
  const cash = { account: await till(), tender: "cash", amountMinor: 2000 };
  await payOffline({ ...cash, orderId, actor, key: newId() });
  return target;
}

const card = { methodType: "card_present", captureMethod: "manual" } as const;

export async function atReader(): Promise<CrashTarget> {
  const common = { account: await till(), actor, externalTransactionId: newToken() };
  const begun = await beginPayment({ ...common, ...card, sale: { amountMinor: 5000 } });
  const reader = await stripe().terminal.readers.create({ registration_code: "simulated-wpe" });
  return about({ orderId: begun.orderId, paymentId: begun.payment.id, ref: reader.id });
}

/** A reader has read the card, and the store has not heard of it. */
export async function tapped(): Promise<CrashTarget> {
  const target = await atReader();
  await tapAtReader(target, 500);
  return target;
}

async function tapAtReader({ paymentId }: CrashTarget, tipMinor: number): Promise<void> {
  const where = { id: paymentId };
  const { gatewayRef } = await (await database()).payment.findUniqueOrThrow({ where });
  await tapCard(gatewayRef, { tipMinor });
}

/** The card for the rest of a sale whose other part was paid in cash. */
export async function restTapped(): Promise<CrashTarget> {
  const { orderId } = await partlyInCash();
  const common = { account: await till(), actor, externalTransactionId: newToken() };
  const begun = await beginPayment({ ...common, ...card, sale: { orderId } });
  const target = about({ orderId, paymentId: begun.payment.id });
  await tapAtReader(target, 0);
  return target;
}

export async function tappedAndSeen(): Promise<CrashTarget> {
  const target = await tapped();
  await lookAgain({ orderId: target.orderId });
  return target;
}

export async function taken(): Promise<CrashTarget> {
  const common = { account: await till(), actor, externalTransactionId: newToken() };
  const automatic = { ...card, captureMethod: "automatic" } as const;
  const begun = await beginPayment({ ...common, ...automatic, sale: { amountMinor: 5000 } });
  const target = about({ orderId: begun.orderId, paymentId: begun.payment.id });
  await tapAtReader(target, 0);
  await lookAgain({ orderId: target.orderId });
  return target;
}

/** The reader that was asked, whoever was killed meanwhile, is given a card. */
export async function presentCard({ ref, orderId }: CrashTarget): Promise<void> {
  await stripe().testHelpers.terminal.readers.presentPaymentMethod(ref, {});
  await lookAgain({ orderId });
}
