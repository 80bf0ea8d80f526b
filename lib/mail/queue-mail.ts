import { linkLivesMs } from "@/lib/auth/order-link";
import type { Tx } from "@/lib/db/transaction";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { shop } from "@/lib/shop";
import { findMailOrder } from "./find-mail-order";
import { writeLetter } from "./letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
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
  const livesMs = command.kind === "order_link" ? linkLivesMs.lookup : linkLivesMs.mail;
  const order = await findMailOrder(tx, command.orderId, livesMs);
  // Who buys at a counter need not say their address.
  if (order.email === "") return;
  const letter = writeLetter(command, order);
  const { dedupeKey, kind, orderId } = command;
  const t = translator(localeOfTag(order.locale), "mail");
  const footer = t("footerOrder", { email: order.email, shop: shop.name });
  const html = renderHtml({ letter, order, t, footer });
  const text = renderText({ letter, order, t, footer });
  await tx.$executeRaw`
    INSERT INTO mails (id, dedupe_key, kind, order_id, recipient, subject, html, text)
    VALUES (${newId()}::uuid, ${dedupeKey}, ${kind}, ${orderId}::uuid, ${order.email},
      ${letter.subject}, ${html}, ${text})
    ON CONFLICT DO NOTHING`;
}
