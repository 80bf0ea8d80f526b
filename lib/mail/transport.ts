import { createHash } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

export type Delivery = {
  id: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
};

declare global {
  var tenderMailer: { key: string; transporter: Transporter } | undefined;
}

/** One pool of connections for one address, kept for the process. */
function mailer(smtpUrl: string): Transporter {
  const key = createHash("sha256").update(smtpUrl).digest("hex");
  const known = globalThis.tenderMailer;
  if (known?.key === key) return known.transporter;
  known?.transporter.close();
  const transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  globalThis.tenderMailer = { key, transporter };
  return transporter;
}

/**
 * Hands the mail to the mail server. Without one it stays in the outbox, where merchants read it, and
 * counts as sent.
 * @throws when the server did not take it.
 */
export async function deliver({ id, recipient, ...mail }: Delivery): Promise<void> {
  const { mail: settings, storeUrl } = env();
  if (settings === null) return;
  await mailer(settings.smtpUrl).sendMail({
    ...mail,
    from: settings.from,
    to: recipient,
    messageId: `<${id}@${new URL(storeUrl).hostname}>`,
    // Keeps out-of-office answers away.
    headers: { "Auto-Submitted": "auto-generated" },
    // The mail holds no path or address of ours that the library should read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
