import type { Tx } from "@/lib/db/transaction";
import { toMinor } from "@/lib/db/minor";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { currencySchema } from "@/lib/money/currency";
import { addressLines } from "./address-lines";
import { writeLetter } from "./letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import { shopName } from "./shop-name";
import type { MailCause, MailOrder } from "./types";

export type QueueMail = MailCause & {
  orderId: string;
  /** One mail for one cause, however often the cause is seen: "order_confirmation:<order id>". */
  dedupeKey: string;
};

/**
 * Renders the mail now and writes it into the outbox in the caller's transaction: it goes out if and
 * only if that commits. A second call with the same `dedupeKey` does nothing.
 */
export async function queueMail(tx: Tx, command: QueueMail): Promise<void> {
  const order = await findMailOrder(tx, command.orderId);
  // Who buys at a counter need not say their address.
  if (order.email === "") return;
  const letter = writeLetter(command, order);
  const mail = {
    id: newId(),
    dedupeKey: command.dedupeKey,
    kind: command.kind,
    orderId: command.orderId,
    recipient: order.email,
    subject: letter.subject,
    html: renderHtml(letter, order, shopName),
    text: renderText(letter, order, shopName),
  };
  await tx.mail.createMany({ data: [mail], skipDuplicates: true });
}

async function findMailOrder(tx: Tx, orderId: string): Promise<MailOrder> {
  const row = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: { orderBy: { position: "asc" } },
      payments: { select: { refundedMinor: true } },
    },
  });
  const locale = knownLocale(row.locale);
  return {
    number: row.number === null ? null : Number(row.number),
    url: `${env().storeUrl}/orders/${row.accessToken}`,
    locale,
    currency: currencySchema.parse(row.currency),
    email: row.email,
    name: row.name,
    placedAt: row.placedAt,
    shippingName: row.shippingName,
    shippingAddress: addressLines(row.shippingAddress, locale),
    billingAddress: addressLines(row.billingAddress, locale),
    subtotalMinor: toMinor(row.subtotalMinor),
    discountMinor: toMinor(row.discountMinor),
    shippingMinor: toMinor(row.shippingMinor),
    taxMinor: toMinor(row.taxMinor),
    totalMinor: toMinor(row.totalMinor),
    refundedMinor: toMinor(row.payments.reduce((sum, payment) => sum + payment.refundedMinor, 0n)),
    lines: row.lines.map(({ title, variantTitle, quantity, totalMinor }) => ({
      title,
      variantTitle,
      quantity,
      totalMinor: toMinor(totalMinor),
    })),
  };
}

/** A mail must never be the reason why money could not be recorded, so an odd language is English. */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
