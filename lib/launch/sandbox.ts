import { env } from "@/lib/env";
import type { Children } from "./children";
import { runs } from "./programs";

/** The sandbox is a stranger to us: it is told its settings, and where to send its webhooks. */
export function startSandbox(children: Children, isBuilt: boolean): void {
  const { stripe, connect, port, dataDir } = env();
  if (stripe.mode !== "sandbox") return;
  const webhooks = [
    { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: stripe.webhookSecret },
    ...(connect
      ? [
          {
            url: `http://127.0.0.1:${port}/webhooks/stripe-connect`,
            secret: connect.webhookSecret,
            connect: true,
          },
        ]
      : []),
  ];
  children.start("Stripe sandbox", runs("lib/stripe-sandbox/main.ts", isBuilt), {
    STRIPE_SANDBOX_PORT: String(stripe.port),
    STRIPE_SANDBOX_ORIGIN: stripe.url,
    STRIPE_SANDBOX_WEBHOOKS: JSON.stringify(webhooks),
    DATA_DIR: dataDir,
  });
}
