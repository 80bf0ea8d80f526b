import { toMinor } from "@/lib/db/minor";
import { inTransaction, isDuplicate, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { reserveStock } from "@/lib/inventory/reservations";
import { requestHash } from "@/lib/payments/core/request-hash";
import { SESSION_MS } from "@/lib/inventory/hold-times";
import type { RegisterAccount } from "./accounts";
import type { TillDiscount } from "./price-sale";
import { writeUp } from "./write-up";

export type SaleLine = { variantId: string; quantity: number };

/** What is sold: goods of the catalogue, something beside them, or an amount that a program added up. */
export type SaleContent = {
  lines?: SaleLine[] | undefined;
  /** What is in no catalogue: a repair, postage. Discounted and taxed as goods are. */
  extra?: { title: string; amountMinor: number } | undefined;
  /** Taken off goods and extra together. */
  discount?: TillDiscount | undefined;
  /** A sum that stands: nothing is taken off it, and no tax is added. */
  amountMinor?: number | undefined;
  /** Neither discounted nor taxed. */
  tipMinor?: number | undefined;
  customer?: { name?: string | undefined; email?: string | undefined } | undefined;
};

export type OpenSale = SaleContent & {
  account: RegisterAccount;
  /** One key of the caller makes one sale: sent twice it gives the same one. */
  key: string;
  actor: string;
  externalRef?: string | undefined;
};

export type Sale = { orderId: string; totalMinor: number };

/**
 * Opens a sale: an order of the channel `register` whose goods are held while it is paid.
 *
 * @throws DomainError invalid_input, amount_invalid, price_unavailable, out_of_stock; key_reused when
 *   the key has made another sale
 */
export async function openSale(command: OpenSale): Promise<Sale> {
  try {
    return await inTransaction((tx) => writeSale(tx, command));
  } catch (error) {
    // The same request came first, in another process: what it made is there now.
    if (!isDuplicate(error)) throw error;
    return inTransaction((tx) => writeSale(tx, command));
  }
}

/** As `openSale`, in the caller's transaction. */
export async function writeSale(tx: Tx, command: OpenSale): Promise<Sale> {
  const { account, key, actor, externalRef, customer, ...content } = command;
  const hash = requestHash({ ...content, customer, externalRef });
  const known = await tx.registerSale.findUnique({
    where: { accountId_key: { accountId: account.id, key } },
    include: { order: { select: { totalMinor: true } } },
  });
  if (known !== null) {
    if (known.requestHash !== hash) {
      throw new DomainError("key_reused", "This key has made another sale before.");
    }
    return { orderId: known.orderId, totalMinor: toMinor(known.order.totalMinor) };
  }
  const orderId = newId();
  const { lines, ...totals } = await writeUp(tx, account, content);
  await tx.order.create({
    data: {
      id: orderId,
      accessToken: newToken(),
      channel: "register",
      fulfilment: "not_required",
      currency: account.currency,
      // Who buys at a counter says their name and address only if they want to.
      email: customer?.email?.trim().toLowerCase() ?? "",
      name: customer?.name?.trim() || "Customer in person",
      billingAddress: {},
      externalRef: externalRef ?? null,
      ...totals,
    },
  });
  await tx.orderLine.createMany({
    data: lines.map((line, position) => ({ ...line, orderId, position })),
  });
  const message = `A sale was opened at ${account.name}`;
  await tx.orderEvent.create({ data: { orderId, kind: "order_created", actor, message } });
  await tx.registerSale.create({
    data: { orderId, accountId: account.id, key, requestHash: hash },
  });
  await reserveStock(tx, orderId, content.lines ?? [], new Date(Date.now() + 2 * SESSION_MS));
  return { orderId, totalMinor: totals.totalMinor };
}
