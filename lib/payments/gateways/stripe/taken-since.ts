import type { Scope } from "./scope";

const PAGE = 100;

/** @throws an error of the SDK: an audit that cannot see everything has not seen anything. */
export async function takenSince(
  { client, options }: Scope,
  since: Date,
): Promise<{ gatewayRef: string; orderId: string | null }[]> {
  const taken: { gatewayRef: string; orderId: string | null }[] = [];
  const created = { gte: Math.floor(since.getTime() / 1000) };
  for await (const intent of client.paymentIntents.list({ limit: PAGE, created }, options)) {
    if (intent.amount_received === 0 && intent.amount_capturable === 0) continue;
    taken.push({ gatewayRef: intent.id, orderId: intent.metadata["order_id"] ?? null });
  }
  return taken;
}
