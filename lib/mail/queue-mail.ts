import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import { findMailOrder } from "./find-mail-order";
import { writeLetter } from "./letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import { shopName } from "./shop-name";
import type { MailCause } from "./types";

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
  const { dedupeKey, kind, orderId } = command;
  const html = renderHtml(letter, order, shopName);
  const text = renderText(letter, order, shopName);
  await tx.$executeRaw`
    INSERT INTO mails (id, dedupe_key, kind, order_id, recipient, subject, html, text)
    VALUES (${newId()}::uuid, ${dedupeKey}, ${kind}, ${orderId}::uuid, ${order.email},
      ${letter.subject}, ${html}, ${text})
    ON CONFLICT DO NOTHING`;
}
