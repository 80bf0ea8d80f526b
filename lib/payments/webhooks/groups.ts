import type { WebhookSource } from "@/lib/payments/core/types";
import { walletReferencesOf, type WalletReferences } from "@/lib/payments/wallet/references";
import { findPaymentsFor } from "./find-payment";
import { referencesOf, type EventReferences } from "./references";

/** An event that this process has claimed. */
export type Claimed = { id: string; source: WebhookSource; body: string; attempts: number };

/** Events that one look answers. */
export type Group = {
  events: Claimed[];
  source: WebhookSource;
  paymentId: string | null;
  references: EventReferences | null;
  isWarning: boolean;
  /** How many of the events tell of a refusal. */
  refusals: number;
  /** Set for events that are about somebody's cards. */
  wallet: WalletReferences | null;
};

/** Events by what they are about: a payment, an intent that is none of ours, or somebody's cards. */
export async function byTarget(events: Claimed[]): Promise<Group[]> {
  const read = events.map((event) => ({ event, references: referencesOf(event.body) }));
  const payments = await paymentsOf(read);
  const groups = new Map<string, Group>();
  for (const { event, references } of read) {
    const { source } = event;
    const paymentId = payments.get(event.id) ?? null;
    const wallet = references ? null : walletReferencesOf(event.body);
    const cards = wallet?.setupRef ?? wallet?.customerRef ?? wallet?.methodRef;
    const target = paymentId ?? references?.intentRef ?? cards ?? event.id;
    const begun = { events: [], source, paymentId, references, wallet, isWarning: false };
    const group: Group = groups.get(target) ?? { ...begun, refusals: 0 };
    groups.set(target, group);
    group.events.push(event);
    group.isWarning ||= references?.isWarning === true;
    group.refusals += references?.isRefusal ? 1 : 0;
  }
  return [...groups.values()];
}

type Read = { event: Claimed; references: EventReferences | null };

/** The payment of each event that has one, by the event's id. */
async function paymentsOf(read: Read[]): Promise<Map<string, string>> {
  const pointing = read.flatMap(({ event, references }) =>
    references === null ? [] : [{ event, references }],
  );
  const found = await findPaymentsFor(
    pointing.map(({ event, references }) => ({ gateway: event.source, ...references })),
  );
  // Most events of a payment name the same intent, and only some of them our own id.
  const byIntent = new Map<string, string>();
  const intentOf = ({ event, references }: (typeof pointing)[number]) =>
    references.intentRef === null ? null : `${event.source} ${references.intentRef}`;
  for (const [at, one] of pointing.entries()) {
    const [intent, paymentId] = [intentOf(one), found[at]];
    if (intent !== null && paymentId) byIntent.set(intent, paymentId);
  }
  const payments = new Map<string, string>();
  for (const [at, one] of pointing.entries()) {
    const paymentId = found[at] ?? byIntent.get(intentOf(one) ?? "");
    if (paymentId) payments.set(one.event.id, paymentId);
  }
  return payments;
}
