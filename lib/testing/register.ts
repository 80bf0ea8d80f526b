import { newId } from "@/lib/ids";
import { createAccount, type RegisterAccount } from "@/lib/register/accounts";
import { beginPayment, type BeginPayment } from "@/lib/register/operations/begin-payment";
import type { RegisterSettings } from "@/lib/register/settings";
import { tapCard } from "./reader";

export const clerk = "merchant:test";

/** A till of its own, so that its day has nothing of other tests in it. */
export function createTill(settings?: RegisterSettings): Promise<RegisterAccount> {
  const till = { externalId: newId(), name: "Till", currency: "USD" } as const;
  return createAccount({ ...till, ...(settings && { settings }) });
}

export type Asked = Partial<BeginPayment> & { account: RegisterAccount };

/** A payment of $12.99 at the reader, held and not captured. */
export const intentOf = (asked: Asked): BeginPayment => ({
  actor: clerk,
  externalTransactionId: newId(),
  methodType: "card_present",
  captureMethod: "manual",
  sale: { amountMinor: 1299 },
  ...asked,
});

/** As `intentOf`, with a card held to the reader. */
export async function tapped(asked: Asked) {
  const begun = await beginPayment(intentOf(asked));
  await tapCard(begun.payment.gatewayRef);
  return begun;
}
