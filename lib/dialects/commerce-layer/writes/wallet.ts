import { z } from "zod";
import { chargeDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { requireDraftOrder } from "@/lib/checkout/drafts/draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { findOrderPayments } from "@/lib/payments/queries";
import { keepCard, removeCard } from "@/lib/payments/wallet/cards";
import { invalid, notFound } from "../errors";
import { write } from "../protocol/resource";
import { knownCustomer } from "./customers";
import { nullifySource } from "./payment-method";
import type { Pull } from "./order-moves";
import { text, to } from "./parts";

export const ownerOf = (customerId: string) => `customer:${customerId}`;

export const createWalletCard = write(
  z.object({
    attributes: z.strictObject({
      payment_source_token: text(200).min(1, "can't be blank"),
      customer_token: text(200).nullish(),
    }),
    relationships: z.strictObject({ customer: to("customers") }),
  }),
  async ({ caller: { actor }, data: { attributes, relationships } }) => {
    const db = await database();
    const customer = z.uuid().safeParse(relationships.customer).success
      ? await db.customer.findUnique({ where: { id: relationships.customer } })
      : null;
    if (customer === null) throw notFound("There is no such customer.");
    const card = await keepCard({
      gateway: "stripe",
      owner: ownerOf(customer.id),
      email: customer.email,
      paymentMethodRef: attributes.payment_source_token,
      consent: null,
      actor,
    });
    return card.id;
  },
);

export async function deleteWalletCard({ id }: { id: string }): Promise<void> {
  const { owner } = await ownedCard(id);
  await removeCard({ owner, cardId: id });
}

async function ownedCard(id: string) {
  const db = await database();
  const card = z.uuid().safeParse(id).success
    ? await db.savedCard.findFirst({ where: { id, removedAt: null }, include: { customer: true } })
    : null;
  if (card === null) throw notFound("There is no such card.");
  return { owner: card.customer.owner, gateway: card.customer.gateway };
}

/** The card that paid, where its bank allows that it is kept: the payment's options have to have said so. */
export async function saveSource({ orderId, actor }: Pull): Promise<void> {
  const db = await database();
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { email: true },
  });
  const payments = (await findOrderPayments(orderId))?.payments ?? [];
  const paid = payments.find(({ authorizedMinor, instrument }) => {
    return authorizedMinor > 0 && instrument?.methodRef !== undefined;
  });
  const methodRef = paid?.instrument?.methodRef;
  if (paid === undefined || methodRef === undefined || paid.gateway !== "stripe") {
    throw invalid("payment_source", "is none that can be kept", "blank");
  }
  const customer = await knownCustomer(order.email);
  await keepCard({
    gateway: "stripe",
    owner: ownerOf(customer.id),
    email: customer.email,
    paymentMethodRef: methodRef,
    consent: null,
    actor,
  });
}

const optionsSchema = z.object({ customer_payment_source_id: z.string().optional() });

/**
 * The order is to be paid with a card of its customer's wallet, once it is placed.
 * @param asking the customer who asks; null: a program
 * @throws RequestError 404; DomainError wrong_state
 */
export async function chooseFromWallet(
  { orderId, actor }: Pull,
  cardId: string,
  asking: string | null,
): Promise<void> {
  await requireDraftOrder(orderId);
  const { owner, gateway } = await ownedCard(cardId);
  const db = await database();
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { email: true },
  });
  const customer = await db.customer.findUnique({ where: { email: order.email } });
  const isTheirs = customer !== null && (asking === null || asking === customer.id);
  if (!isTheirs || ownerOf(customer.id) !== owner) {
    throw notFound("There is no such card in this customer's wallet.");
  }
  await nullifySource(orderId, actor);
  const options = { customer_payment_source_id: cardId };
  const data = { id: newId(), orderId, kind: "stripe_payments", gateway, options };
  await db.paymentSource.create({ data });
}

type Source = { id: string; orderId: string; options: unknown };

/** Charges the card that was chosen. False: the source is no card of a wallet. */
export async function chargeFromWallet(
  { id, orderId, options }: Source,
  actor: string,
): Promise<boolean> {
  const { customer_payment_source_id: cardId } = optionsSchema.catch({}).parse(options);
  if (cardId === undefined) return false;
  const { owner } = await ownedCard(cardId);
  const payment = await chargeDraftOrder({
    orderId,
    owner,
    cardId,
    method: "authorize",
    actor,
    idempotencyKey: `wallet:${id}`,
  });
  const db = await database();
  await db.paymentSource.update({ where: { id }, data: { paymentId: payment.id } });
  const [first] = payment.transactions;
  if (first?.status === "failed") {
    const message = first.failureMessage ?? "The card was declined.";
    throw new DomainError("gateway_declined", message);
  }
  return true;
}
