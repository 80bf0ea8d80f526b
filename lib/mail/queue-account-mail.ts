import { database } from "@/lib/db/client";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { shop } from "@/lib/shop";
import { newId } from "@/lib/ids";
import { writeAccountLetter } from "./account-letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import type { AccountCause } from "./types";

/** A mail that nothing else has to be written with. The caller's limits say how often it is made. */
export async function queueAccountMail(cause: AccountCause): Promise<void> {
  const { email, kind } = cause;
  const t = translator(localeOfTag(cause.locale), "mail");
  const letter = writeAccountLetter(cause, t);
  const parts = { letter, order: null, t, footer: t("footerAccount", { email, shop: shop.name }) };
  const id = newId();
  const db = await database();
  await db.mail.create({
    data: {
      id,
      dedupeKey: `${kind}:${id}`,
      kind,
      recipient: email,
      subject: letter.subject,
      html: renderHtml(parts),
      text: renderText(parts),
    },
  });
}
