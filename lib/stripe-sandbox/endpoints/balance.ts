import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { currency, pageParams, range, text } from "../params";

/** Money becomes available on its day: the status is a matter of what time it is. */
function today(call: Call<unknown>, entry: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  return { ...entry, status: entry.available_on <= call.now ? "available" : "pending" };
}

const balance = endpoint("GET /v1/balance", noParams, (call) => {
  const available = new Map<string, number>();
  const pending = new Map<string, number>();
  for (const entry of call.store.balanceTransactions.oldest()) {
    const side = entry.available_on <= call.now ? available : pending;
    side.set(entry.currency, (side.get(entry.currency) ?? 0) + entry.net);
    const other = side === available ? pending : available;
    if (!other.has(entry.currency)) other.set(entry.currency, 0);
  }
  const amounts = (side: Map<string, number>): Stripe.Balance.Available[] =>
    (side.size === 0 ? [["usd", 0] as const] : [...side]).map(([code, amount]) => ({
      amount,
      currency: code,
      source_types: { card: amount },
    }));
  const answer: Stripe.Balance = {
    object: "balance",
    available: amounts(available),
    livemode: false,
    pending: amounts(pending),
  };
  return answer;
});

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  currency: currency().optional(),
  payout: text().optional(),
  source: text().optional(),
  type: text().optional(),
});

const listAll = endpoint("GET /v1/balance_transactions", listParams, (call) => {
  const { body, store } = call;
  const page = listPage(store.balanceTransactions, {
    url: "/v1/balance_transactions",
    noun: "balance transaction",
    cursor: body,
    source:
      body.source === undefined
        ? undefined
        : store.balanceTransactions.rowsBy("source", body.source),
    where: (entry) =>
      inRange(entry.created, body.created) &&
      (body.currency === undefined || entry.currency === body.currency) &&
      (body.type === undefined || entry.type === body.type),
  });
  return { ...page, data: page.data.map((entry) => today(call, entry)) };
});

const retrieve = endpoint("GET /v1/balance_transactions/:id", noParams, (call) =>
  today(call, findOr(call.store.balanceTransactions, "balance transaction", call.id, "id")),
);

/** The older address of the same. */
const history = endpoint("GET /v1/balance/history", listParams, ({ body, store }) =>
  listPage(store.balanceTransactions, {
    url: "/v1/balance/history",
    noun: "balance transaction",
    cursor: body,
  }),
);

export const balanceEndpoints = [balance, listAll, retrieve, history];
