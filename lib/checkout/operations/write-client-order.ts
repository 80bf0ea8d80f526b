import { z } from "zod";
import type { NamedCart, NamedItem } from "@/lib/cart/named/view";
import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { reserveStock } from "@/lib/inventory/reservations";
import { queueMail } from "@/lib/mail/queue-mail";
import { addressSchema } from "@/lib/shipping/address";
import { insertOrder, type NewOrderLine } from "@/lib/orders/insert-order";
import type { ClientAddress } from "@/lib/orders/client-address";
import { redeemPromotions } from "@/lib/promotions/uses";
import type { TaxLine } from "@/lib/tax/tax";
import { holdUntil } from "../hold";

/** Who an order is for, and what its program calls it. */
export type ClientOrderDetails = {
  /** The account that it is for, if it is for one. */
  shopperId?: string | null;
  email: string;
  name: string;
  billingAddress: ClientAddress;
  /** Null: nothing is sent. */
  shippingAddress: ClientAddress | null;
  clientNumber?: string | undefined;
  externalRef?: string | undefined;
  client?: { accountId?: string; memberId?: string; byContact?: boolean };
};

export type WriteClientOrder = {
  /** Which door it came through: elastic_path, commerce_layer. */
  channel: string;
  actor: string;
  /** Null: its payment is begun before anybody says who it is for. */
  details: ClientOrderDetails | null;
};

export type PlacedOrder = { id: string; totalMinor: number };

/** @throws DomainError price_unavailable, out_of_stock; wrong_state when a code is used up */
export async function writeClientOrder(
  tx: Tx,
  command: WriteClientOrder,
  cart: NamedCart,
): Promise<PlacedOrder> {
  const id = newId();
  const { channel, actor, details } = command;
  const lines = cart.items.map((item) => ({ ...item, ...priced(item) }));
  const row = { ...detailsRow(details, saidOf(cart)), ...amountsRow(cart) };
  const message = details
    ? "A program checked out its cart."
    : "A program began the payment of its cart.";
  const order = { id, accessToken: newToken(), channel, ...row };
  await insertOrder(tx, order, lines.map(lineRow), { actor, message });
  const email = details?.email.toLowerCase() ?? "";
  await redeemPromotions(tx, { orderId: id, email, promotions: cart.promotions });
  const goods = lines.flatMap(({ variantId, quantity }) =>
    variantId === null ? [] : [{ variantId, quantity }],
  );
  await reserveStock(tx, id, goods, holdUntil(new Date()));
  return { id, totalMinor: cart.totalMinor };
}

/**
 * Says who an order is for whose payment was begun before. If it was paid meanwhile, its letter goes out now.
 */
export async function fillInClientOrder(
  tx: Tx,
  { id: orderId, client }: { id: string; client: Prisma.JsonValue },
  details: ClientOrderDetails,
): Promise<void> {
  const data = detailsRow(details, saidSchema.parse(client));
  const { placedAt } = await tx.order.update({ where: { id: orderId }, data });
  await tx.promotionRedemption.updateMany({ where: { orderId }, data: { email: data.email } });
  const { count } = await tx.mail.deleteMany({ where: { orderId, recipient: "" } });
  if (placedAt === null || count === 0) return;
  const dedupeKey = `order_confirmation:${orderId}`;
  await queueMail(tx, { kind: "order_confirmation", orderId, dedupeKey });
}

type Said = { said?: Prisma.InputJsonObject };

const saidSchema = z
  .object({ said: z.record(z.string(), z.json()).optional() })
  .transform(({ said }): Said => (said ? { said } : {}));

function detailsRow(details: ClientOrderDetails | null, said: Said) {
  if (details === null) {
    const client = { ...said, awaitsDetails: true };
    return { email: "", name: "", billingAddress: addressSchema.parse({}), client };
  }
  const { billingAddress, shippingAddress, clientNumber, externalRef, client = {} } = details;
  const { shopperId = null } = details;
  const sent = shippingAddress ?? undefined;
  return {
    shopperId,
    email: details.email.toLowerCase(),
    name: details.name,
    phone: sent?.phone || billingAddress.phone || null,
    billingAddress,
    ...(sent && { shippingAddress: sent }),
    clientNumber: clientNumber ?? null,
    externalRef: externalRef ?? null,
    client: { ...client, ...said },
  };
}

/** What the cart's program has said of taxes, discounts and parcels; where those go is the order's address. */
function saidOf({ extras, applied, items }: NamedCart): Said {
  const inputs = items.flatMap(({ id, inputs: own }) =>
    Object.keys(own).length > 0 ? [[id, own] as const] : [],
  );
  const { groups, itemGroups } = extras;
  const isEmpty =
    inputs.length + groups.length + applied.taxes.length + applied.discounts.length === 0;
  if (isEmpty) return {};
  const said = {
    taxes: applied.taxes,
    discounts: applied.discounts.map((one) => ({ ...one, shares: Object.fromEntries(one.shares) })),
    groups: groups.map((group) => ({
      ...group,
      address: null,
      createdAt: group.createdAt.toISOString(),
      updatedAt: group.updatedAt.toISOString(),
    })),
    itemGroups,
    inputs: Object.fromEntries(inputs),
  };
  return { said };
}

function amountsRow(cart: NamedCart) {
  const { applied } = cart;
  const { taxMinor, addedTaxMinor, shippingMinor } = applied;
  return {
    currency: cart.currency,
    subtotalMinor: cart.goodsMinor,
    discountMinor: cart.discountMinor,
    shippingMinor,
    // Where only a part of the tax comes on top, that part is what the total grows by.
    taxMinor: addedTaxMinor > 0 ? addedTaxMinor : taxMinor,
    taxIncluded: addedTaxMinor === 0,
    taxLines: taxLines(cart, applied, addedTaxMinor > 0),
    totalMinor: cart.totalMinor,
    cartId: cart.id,
    cartVersion: cart.version,
  };
}

/** One for each name and rate, in the order in which a program said them. */
function taxLines(
  { items }: Pick<NamedCart, "items">,
  { taxes }: NamedCart["applied"],
  onTop: boolean,
): TaxLine[] {
  const lines = new Map<string, TaxLine>();
  for (const tax of taxes) {
    const item = items.find(({ id }) => id === tax.itemId);
    if (tax.onTop !== onTop || item === undefined) continue;
    const key = `${tax.name} ${tax.rate}`;
    const { baseMinor = 0, amountMinor = 0 } = lines.get(key) ?? {};
    const includedMinor = item.taxMinor - item.addedTaxMinor;
    lines.set(key, {
      name: tax.name,
      basisPoints: Math.round((tax.rate ?? 0) * 10_000),
      baseMinor: baseMinor + item.valueMinor - item.discountMinor - includedMinor,
      amountMinor: amountMinor + tax.takenMinor,
    });
  }
  return [...lines.values()];
}

/** @throws DomainError price_unavailable */
function priced({ unitPriceMinor, name, sku }: NamedItem): { unitPriceMinor: number } {
  if (unitPriceMinor !== null) return { unitPriceMinor };
  throw new DomainError("price_unavailable", `${name} is not for sale any more.`, { sku });
}

const lineRow = (item: NamedItem & { unitPriceMinor: number }, position: number): NewOrderLine => ({
  position,
  variantId: item.variantId,
  cartItemId: item.id,
  sku: item.sku,
  title: item.name,
  variantTitle: item.variantTitle,
  imageUrl: item.imageUrl,
  quantity: item.quantity,
  unitPriceMinor: item.unitPriceMinor,
  discountMinor: item.discountMinor,
  taxMinor: item.taxMinor,
  totalMinor: item.valueMinor - item.discountMinor,
});
