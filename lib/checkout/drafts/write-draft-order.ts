import { isDeepStrictEqual } from "node:util";
import { readNamedCart, type NamedCart } from "@/lib/cart/named/view";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { toMinor } from "@/lib/db/minor";
import type { Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { sum } from "@/lib/money/divide";
import { releaseReservations } from "@/lib/inventory/reservations";
import { addressSchema } from "@/lib/shipping/address";
import { clientAddressSchema, type ClientAddress } from "@/lib/orders/client-address";
import { liveMinor, openPrimary } from "@/lib/payments/core/sums";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { lockOrder } from "@/lib/payments/store/orders";
import { redeemPromotions } from "@/lib/promotions/uses";
import { goodsMinor } from "@/lib/pricing/price";
import { findShippingRates } from "@/lib/shipping/rates";
import { findTaxRules } from "@/lib/tax/rates";
import {
  isDraft,
  notADraft,
  readDraftClient,
  requireCountry,
  requireTime,
  type DraftClient,
} from "./draft-order";
import { missingParts, planDraftOrder, type DraftPlan } from "./plan-draft-order";

export type DraftChange = {
  email?: string;
  locale?: string;
  shippingAddress?: ClientAddress;
  billingAddress?: ClientAddress;
  rateCode?: string;
  client?: { [Key in keyof DraftClient]: DraftClient[Key] | null };
};

export type WriteDraftOrder = {
  orderId: string;
  actor: string;
  change?: DraftChange;
  /** Somebody is about to pay it: nothing may be missing, and its codes are used. */
  isFinal?: boolean;
  /** Nothing may be missing, and nobody pays it yet. */
  mustBeComplete?: boolean;
};

/**
 * Writes the order anew from its cart, at today's prices, with what has changed about it. What could
 * still be paid for an earlier state is closed at its gateway first, with no transaction open.
 *
 * @throws DomainError not_found, price_unavailable, shipping_unavailable, invalid_input with `field`;
 *   wrong_state when it is no draft any more, or a code is used up
 */
export async function writeDraftOrder(command: WriteDraftOrder): Promise<void> {
  for (;;) {
    if ((await inTransaction((tx) => write(tx, command))) === "written") return;
    await closeOrderPayments(command);
  }
}

async function write(tx: Tx, command: WriteDraftOrder): Promise<"written" | "close_first"> {
  const { orderId, change = {}, isFinal = false, mustBeComplete = isFinal } = command;
  const order = await lockOrder(tx, orderId);
  const row = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: { orderBy: { position: "asc" } }, cart: { select: { ref: true } } },
  });
  const cart = row.cart && (await readNamedCart(tx, row.cart.ref));
  if (!isDraft(row) || cart === null) throw notADraft();
  // Another dialect may have taken a part of it already: then it stays as it is.
  if (liveMinor(order.payments.filter(({ gateway }) => gateway !== "gift_card")) > 0) {
    throw notADraft();
  }

  const client = clientOf(row, change);
  requireTime(client);
  const details = detailsOf(row, change);
  requireCountry(client, details.shippingAddress);
  const { country = "", region = "" } = details.shippingAddress ?? {};
  const rates = await findShippingRates(tx, {
    country,
    region,
    currency: row.currency,
    goodsMinor: goodsMinor(cart.pricing.lines),
    weightGrams: sum(cart.items.map(({ weightGrams, quantity }) => weightGrams * quantity)),
  });
  const tax = await findTaxRules(tx, { country, region });
  const isChosenNow = change.rateCode !== undefined;
  const plan = planDraftOrder(cart, { rates, tax }, { rateCode: details.rateCode, isChosenNow });
  const known = { ...details, rateCode: plan.rate?.code ?? null };
  const [missing] = mustBeComplete ? missingParts(known, plan.lines) : [];
  if (missing) throw new DomainError("invalid_input", missing.message, { field: missing.field });

  const isOther = !isDeepStrictEqual(amountsOf(row), amountsOf(plan));
  const isOpen = order.payments.some(
    (payment) => openPrimary(payment) !== undefined || liveMinor([payment]) > 0,
  );
  if (isOther && isOpen) return "close_first";
  await tx.order.update({
    where: { id: orderId },
    data: orderRow(known, plan, { client, cart }),
  });
  if (isOther) await writeLines(tx, orderId, plan);
  if (isOther || isFinal) await useCodes(tx, { orderId, email: known.email, plan, isFinal });
  return "written";
}

type Row = Prisma.OrderGetPayload<{ include: { lines: true; cart: { select: { ref: true } } } }>;

function detailsOf(row: Row, change: DraftChange) {
  const stored = (value: unknown) => (value === null ? null : clientAddressSchema.parse(value));
  const billing = change.billingAddress ?? stored(row.billingAddress);
  return {
    email: change.email?.toLowerCase() ?? row.email,
    locale: change.locale ?? row.locale,
    shippingAddress: change.shippingAddress ?? stored(row.shippingAddress),
    billingAddress: billing,
    rateCode: change.rateCode ?? row.shippingRateCode,
  };
}

/** What a payment is for: when any of it changes, an open one is for something else. */
function amountsOf({ lines, ...order }: Row | DraftPlan) {
  const minor = (value: bigint | number) => (typeof value === "bigint" ? toMinor(value) : value);
  return {
    totalMinor: minor(order.totalMinor),
    shippingMinor: minor(order.shippingMinor),
    taxMinor: minor(order.taxMinor),
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      quantity: line.quantity,
      unitPriceMinor: minor(line.unitPriceMinor),
      discountMinor: minor(line.discountMinor),
    })),
  };
}

/** Null takes away what was said before. */
function clientOf(row: Row, change: DraftChange): DraftClient {
  const said = Object.entries({ ...readDraftClient(row.client), ...change.client });
  return readDraftClient(Object.fromEntries(said.filter(([, value]) => value !== null)));
}

type Context = { client: DraftClient; cart: NamedCart };

function orderRow(
  details: ReturnType<typeof detailsOf>,
  plan: DraftPlan,
  { client, cart }: Context,
): Prisma.OrderUpdateInput {
  const { email, locale, shippingAddress, billingAddress } = details;
  const who = shippingAddress ?? billingAddress;
  return {
    email,
    locale,
    name: who?.name ?? "",
    phone: shippingAddress?.phone || billingAddress?.phone || null,
    ...(shippingAddress && { shippingAddress }),
    billingAddress: billingAddress ?? addressSchema.parse({}),
    shippingRateCode: plan.rate?.code ?? null,
    shippingName: plan.rate?.name ?? null,
    subtotalMinor: plan.subtotalMinor,
    discountMinor: plan.discountMinor,
    shippingMinor: plan.shippingMinor,
    taxMinor: plan.taxMinor,
    taxIncluded: plan.taxIncluded,
    taxLines: plan.taxLines,
    totalMinor: plan.totalMinor,
    cartVersion: cart.version,
    client,
  };
}

/** Lines keep the ids of the cart's items, so a program finds again what it has put in. */
async function writeLines(tx: Tx, orderId: string, { lines }: DraftPlan): Promise<void> {
  await releaseReservations(tx, orderId);
  await tx.orderLine.deleteMany({ where: { orderId } });
  await tx.orderLine.createMany({
    data: lines.map((line, position) => ({ ...line, orderId, position, cartItemId: line.id })),
  });
}

type Codes = { orderId: string; email: string; plan: DraftPlan; isFinal: boolean };

/** A draft that nobody is paying uses up no code. */
async function useCodes(tx: Tx, { orderId, email, plan, isFinal }: Codes): Promise<void> {
  await tx.promotionRedemption.deleteMany({ where: { orderId } });
  if (isFinal) await redeemPromotions(tx, { orderId, email, promotions: plan.promotions });
}
