import { z } from "zod";
import { payDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { invalid } from "../errors";
import { write } from "../protocol/resource";
import { requireOpenOrder } from "./open-order";
import { maybeTo, text, to, trigger, url } from "./parts";
import { atGateway, chosenOf, wayOf } from "./stripe-options";

const options = z.record(z.string(), z.json()).nullish();

export const createStripePayment = write(
  z.object({
    attributes: z.strictObject({
      options,
      return_url: url,
      receipt_email: z.email().max(200).nullish(),
      stripe_id: text(200).nullish(),
      client_secret: text(300).nullish(),
    }),
    relationships: z.strictObject({ order: to("orders") }),
  }),
  async ({ caller, data: { attributes, relationships } }) => {
    const { actor } = caller;
    const { id: orderId } = await requireOpenOrder(relationships.order, caller);
    requireOwnIntent(attributes);
    const options = chosenOf(attributes.options);
    const way = await wayOf(orderId);
    const { gateway, method } = way;
    const receiptEmail = attributes.receipt_email ?? options.receipt_email;
    const chosen = await atGateway(options, way);
    const payment = await payDraftOrder({ orderId, gateway, method, receiptEmail, chosen, actor });
    requireBegun(payment);
    const data = {
      orderId,
      gateway,
      kind: "stripe_payments",
      options: attributes.options ?? {},
      returnUrl: attributes.return_url || (options.return_url ?? null),
    };
    const db = await database();
    // Asked for twice, the same payment keeps the source that it has.
    const { id } = await db.paymentSource.upsert({
      where: { paymentId: payment.id },
      create: { id: newId(), paymentId: payment.id, ...data },
      update: data,
    });
    return id;
  },
);

/**
 * An intent that somebody else made may be for any amount and of any account: each payment has one that the store
 * has made for it. @throws RequestError 422
 */
function requireOwnIntent(given: { stripe_id?: unknown; client_secret?: unknown }): void {
  const isGiven = given.stripe_id || given.client_secret;
  const named = given.stripe_id ? "stripe_id" : "client_secret";
  if (isGiven) throw invalid(named, "is made by the store and cannot be given", "not_supported");
}

type Begun = Awaited<ReturnType<typeof payDraftOrder>>;

/** The gateway refused to begin it. @throws DomainError gateway_declined, gateway_down */
function requireBegun({ transactions }: Begun): void {
  const first = transactions[0];
  if (first?.status === "failed") {
    const message = first.failureMessage ?? "The payment could not be started.";
    throw new DomainError("gateway_declined", message);
  }
  if (first?.status === "unknown") {
    throw new DomainError("gateway_down", "The payment service does not answer. Try again soon.");
  }
}

export const updateStripePayment = write(
  z.object({
    attributes: z.strictObject({ options, return_url: url, _update: trigger, _refresh: trigger }),
    relationships: z.strictObject({ order: maybeTo("orders") }),
  }),
  async ({ id, caller: { actor }, data: { attributes } }) => {
    const source = await sourceOf(id);
    const db = await database();
    if (attributes.options !== undefined || attributes.return_url !== undefined) {
      const given = chosenOf(attributes.options).return_url;
      const change = {
        ...(attributes.options && { options: attributes.options }),
        ...(given !== undefined && { returnUrl: given }),
        ...(attributes.return_url !== undefined && { returnUrl: attributes.return_url || null }),
      };
      await db.paymentSource.update({ where: { id }, data: change });
    }
    if (attributes._refresh && source.paymentId) await lookAgain({ paymentId: source.paymentId });
    if (attributes._update) {
      const { orderId } = source;
      const way = await wayOf(orderId);
      const { gateway, method } = way;
      const chosen = await atGateway(chosenOf(attributes.options ?? optionsOf(source)), way);
      const payment = await payDraftOrder({ orderId, gateway, method, chosen, actor });
      requireBegun(payment);
      await db.paymentSource.update({ where: { id }, data: { paymentId: payment.id } });
    }
    return id;
  },
);

const optionsOf = ({ options: stored }: { options: unknown }) =>
  z.record(z.string(), z.unknown()).catch({}).parse(stored);

/** What came through another door is shown as a source and changed there. @throws DomainError wrong_state */
async function sourceOf(id: string) {
  const db = await database();
  const source = await db.paymentSource.findUnique({ where: { id } });
  if (source !== null) return source;
  throw new DomainError(
    "wrong_state",
    "This payment was not made here and cannot be changed here.",
  );
}

export const createWireTransfer = write(
  z.object({
    attributes: z.strictObject({}),
    relationships: z.strictObject({ order: to("orders") }),
  }),
  async ({ caller, data: { relationships } }) => {
    const { actor } = caller;
    const { id: orderId } = await requireOpenOrder(relationships.order, caller);
    await writeDraftOrder({
      orderId,
      actor,
      change: { client: { paymentMethod: "wire-transfer" } },
    });
    const id = newId();
    const db = await database();
    await db.paymentSource.create({
      data: { id, orderId, kind: "wire_transfers", gateway: "manual" },
    });
    return id;
  },
);
