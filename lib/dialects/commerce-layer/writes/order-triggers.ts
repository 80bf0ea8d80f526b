import { z } from "zod";
import { database } from "@/lib/db/client";
import { approveOrder } from "@/lib/orders/operations/approve-order";
import { archiveOrder } from "@/lib/orders/operations/archive-order";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { lookAgain } from "@/lib/payments/operations/look-again";
import type { Caller } from "../auth";
import { invalid, unauthorized } from "../errors";
import { saveOrderAddress } from "./address-book";
import {
  approveAndCapture,
  cancel,
  capture,
  makePending,
  nullify,
  place,
  refresh,
  refund,
  requireWholeAmount,
  validate,
  type Pull,
} from "./order-moves";
import { text, trigger } from "./parts";
import { addTags, removeTags } from "./tags";
import { chooseFromWallet, saveSource } from "./wallet";

/** In the order in which they happen when several are asked for at once. */
const table = {
  _refresh: { channels: true, placed: true, pull: refresh },
  _update_taxes: { channels: true, placed: true, pull: refresh },
  _refresh_prices: { channels: false, placed: true, pull: refresh },
  _nullify_payment_source: { channels: true, placed: false, pull: nullify },
  _fix_payment_source: { channels: true, placed: true, pull: lookAgain },
  _pending: { channels: false, placed: true, pull: makePending },
  _validate: { channels: true, placed: true, pull: validate },
  _authorize: { channels: true, placed: true, pull: place },
  _place: { channels: true, placed: true, pull: place },
  _approve: { channels: false, placed: true, pull: approveOrder },
  _approve_and_capture: { channels: false, placed: true, pull: approveAndCapture },
  _capture: { channels: false, placed: true, pull: capture },
  _fulfill: { channels: false, placed: true, pull: fulfilOrder },
  _refund: { channels: false, placed: true, pull: refund },
  _cancel: { channels: true, placed: false, pull: cancel },
  _archive: {
    channels: true,
    placed: false,
    pull: (on: Pull) => archiveOrder({ ...on, is: true }),
  },
  _unarchive: {
    channels: true,
    placed: false,
    pull: (on: Pull) => archiveOrder({ ...on, is: false }),
  },
  _save_payment_source_to_customer_wallet: { channels: true, placed: true, pull: saveSource },
  _save_shipping_address_to_customer_address_book: {
    channels: true,
    placed: true,
    pull: (on: Pull) => saveOrderAddress(on, "shipping"),
  },
  _save_billing_address_to_customer_address_book: {
    channels: true,
    placed: true,
    pull: (on: Pull) => saveOrderAddress(on, "billing"),
  },
} as const satisfies Record<
  string,
  {
    /** Sales channels may pull it… */
    channels: boolean;
    /** …and also once the order is placed. */
    placed: boolean;
    pull: (command: Pull) => Promise<unknown>;
  }
>;

type Name = keyof typeof table;

/** What this store has no meaning for. It is known, so whoever pulls it learns why nothing happens. */
const meaningless = {
  _start_editing: "A placed order stays as it was placed here: it cannot be edited.",
  _stop_editing: "A placed order stays as it was placed here: it cannot be edited.",
  _create_subscriptions: "There are no subscriptions here.",
  _commit_invoice: "There are no invoices of a tax calculator here.",
  _refund_invoice: "There are no invoices of a tax calculator here.",
  _reset_circuit: "Orders call nobody here, so they have no circuit that could be open.",
} as const;

type Meaningless = keyof typeof meaningless;

/** What only integrations may ask for. */
const backendValues: readonly string[] = ["_add_tags", "_remove_tags"];
const hidden: readonly string[] = ["_start_editing", "_stop_editing", "_reset_circuit"];

function namesOf<N extends string>(names: Record<N, unknown>): N[] {
  const isName = (name: string): name is N => Object.hasOwn(names, name);
  return Object.keys(names).filter(isName);
}

const values = {
  _authorization_amount_cents: z.int("is not a number").min(1).nullish(),
  _customer_payment_source_id: text(100).nullish(),
  _add_tags: text(300).nullish(),
  _remove_tags: text(300).nullish(),
};

const switches = {
  _refresh: trigger,
  _update_taxes: trigger,
  _refresh_prices: trigger,
  _nullify_payment_source: trigger,
  _fix_payment_source: trigger,
  _pending: trigger,
  _validate: trigger,
  _authorize: trigger,
  _place: trigger,
  _approve: trigger,
  _approve_and_capture: trigger,
  _capture: trigger,
  _fulfill: trigger,
  _refund: trigger,
  _cancel: trigger,
  _archive: trigger,
  _unarchive: trigger,
  _save_payment_source_to_customer_wallet: trigger,
  _save_shipping_address_to_customer_address_book: trigger,
  _save_billing_address_to_customer_address_book: trigger,
  _start_editing: trigger,
  _stop_editing: trigger,
  _create_subscriptions: trigger,
  _commit_invoice: trigger,
  _refund_invoice: trigger,
  _reset_circuit: trigger,
} as const satisfies Record<Name | Meaningless, typeof trigger>;

export const triggers = { ...switches, ...values };

type Asked = { [N in Name | Meaningless]?: boolean | null | undefined } & {
  _authorization_amount_cents?: number | null | undefined;
  _customer_payment_source_id?: string | null | undefined;
  _add_tags?: string | null | undefined;
  _remove_tags?: string | null | undefined;
};

type Pulled = { orderId: string; caller: Caller; asked: Asked };

/** Each is one call of an operation that every other way in calls too. @throws RequestError 401, 422 */
export async function pullTriggers({ orderId, caller, asked }: Pulled): Promise<void> {
  const wanted = namesOf<Name>(table).filter((name) => asked[name]);
  if (caller.rights === "shopper") {
    requireWallet(asked, caller);
    await requireAllowed(orderId, asked, wanted);
  }
  for (const name of namesOf<Meaningless>(meaningless)) {
    if (asked[name]) throw invalid(name, meaningless[name], "not_supported");
  }
  const command = { orderId, actor: caller.actor };
  await requireWholeAmount(command, asked._authorization_amount_cents);
  if (asked._customer_payment_source_id) {
    const owner = caller.customer?.id ?? null;
    await chooseFromWallet(command, asked._customer_payment_source_id, owner);
  }
  if (asked._add_tags) await addTags({ type: "orders", id: orderId, names: asked._add_tags });
  if (asked._remove_tags) {
    await removeTags({ type: "orders", id: orderId, names: asked._remove_tags });
  }
  for (const name of wanted) await table[name].pull(command);
}

/**
 * Whoever knows a customer's e-mail is not yet that customer: a guest's order is not paid from a wallet.
 * @throws RequestError 401
 */
function requireWallet(asked: Asked, { customer }: Caller): void {
  if (asked._customer_payment_source_id && customer?.isConfirmed !== true) throw unauthorized();
}

async function requireAllowed(orderId: string, asked: Asked, wanted: Name[]): Promise<void> {
  const given: readonly string[] = Object.entries(asked).flatMap(([name, on]) =>
    on ? [name] : [],
  );
  const isForbidden = (name: string) => backendValues.includes(name) || hidden.includes(name);
  if (given.some(isForbidden) || wanted.some((name) => !table[name].channels)) throw unauthorized();
  if (wanted.every((name) => table[name].placed)) return;
  const db = await database();
  const order = await db.order.findUnique({ where: { id: orderId }, select: { placedAt: true } });
  if (order?.placedAt) throw unauthorized();
}
