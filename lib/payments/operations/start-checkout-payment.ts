import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { SESSION_MS } from "@/lib/inventory/hold-times";
import { requestHash } from "@/lib/payments/core/request-hash";
import { openPrimary } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState, TransactionState } from "@/lib/payments/core/types";
import { requireGateway } from "@/lib/payments/store/gateway-settings";
import { holdStock } from "@/lib/payments/store/hold-stock";
import { lockOrder, readPayment } from "@/lib/payments/store/orders";
import { addPayment } from "@/lib/payments/store/transactions";
import { readStoreSettings } from "@/lib/store-settings/store-settings";
import { carryOutAmendment } from "./amend-checkout";
import { checkoutRequest, type CheckoutRequest, type CheckoutSettings } from "./checkout-request";
import { carryOut, transactionOf } from "./carry-out";
import { closeOrderPayments } from "./close-order-payments";
import { lookAt } from "./look-again";
import { planAmount } from "./pay-order";

export type StartCheckoutPayment = {
  orderId: string;
  collectedBy: "elements" | "embedded" | "hosted";
  /** May contain {CHECKOUT_SESSION_ID}. */
  returnUrl: string;
  cancelUrl?: string;
  /** Somebody whom the gateway knows by our id: their cards are offered to them. */
  customerRef?: string;
  keepCard?: "offered" | "agreed";
  actor: string;
};

export type CheckoutPayment = {
  paymentId: string;
  sessionId: string;
  /** What the page asks for. */
  amountMinor: number;
  clientSecret: string | null;
  url: string | null;
  publishableKey: string;
  expiresAt: Date;
  /** Money is only held, and taken later. */
  isHeldOnly: boolean;
};

/** A page that is about to end is not given to anyone who has yet to type a card number. */
const MIN_LEFT_MS = 3 * 60_000;

/**
 * Opens the page or form that collects an order's payment, or gives back the one that is open and asks
 * for the same. At most one is open: another one is closed at the gateway before a new one is made.
 *
 * @throws DomainError order_not_payable, order_cancelled, out_of_stock, gateway_disabled,
 *   gateway_down, gateway_declined, wrong_state when it was paid a moment ago, not_found
 */
export async function startCheckoutPayment(
  command: StartCheckoutPayment,
): Promise<CheckoutPayment> {
  const settings: CheckoutSettings = {
    gateways: await requireGateway("stripe"),
    store: await readStoreSettings(),
  };
  const { orderId, actor } = command;
  // Closing needs the gateway and no lock, so the decision is taken again after it.
  for (let round = 0; round < 3; round += 1) {
    const intent = await decide(command, settings);
    if (intent === "close_first") {
      await closeOrderPayments({ orderId, actor, keepGiftCards: true });
      continue;
    }
    if ("amendmentId" in intent) {
      await settleAmendment(intent.amendmentId);
      continue;
    }
    const opened = await open(intent);
    if (opened !== "ended") return opened;
  }
  throw new DomainError("gateway_down", "The payment could not be started. Try again.");
}

/** Nobody is given a form of which it is not known what it costs. @throws DomainError gateway_down */
async function settleAmendment(amendmentId: string): Promise<void> {
  if ((await carryOutAmendment(amendmentId)) !== "pending") return;
  throw new DomainError("gateway_down", "The total is being changed. Try again soon.");
}

function decide(
  command: StartCheckoutPayment,
  settings: CheckoutSettings,
): Promise<TransactionState | "close_first" | { amendmentId: string }> {
  const { actor, orderId: _order, ...asked } = command;
  return inTransaction(async (tx) => {
    const order = await lockOrder(tx, command.orderId);
    const [amendmentId] = order.payments.flatMap((payment) => payment.amendmentId ?? []);
    if (amendmentId !== undefined) return { amendmentId };
    const wanted = await checkoutRequest(tx, command, settings);
    const now = new Date();
    const running = order.payments.filter((payment) => openPrimary(payment) !== undefined);
    const others = order.payments.filter((payment) => !running.includes(payment));
    const amountMinor = planAmount({ ...order, payments: others }, undefined);
    const { method, request } = wanted;
    // Another look or another wording is no reason to take a page away from somebody who is paying.
    const { captureWhenPlaced } = request;
    const hash = requestHash({ ...asked, method, captureWhenPlaced });
    const [same] = running;
    if (running.length === 1 && same?.amountMinor === amountMinor && isUsable(same, hash, now)) {
      const open = openPrimary(same);
      if (open) return open;
    }
    if (running.length > 0) return "close_first";
    await holdStock(tx, order.id, now);
    const { collectedBy } = command;
    return addCheckout(tx, order, { ...wanted, actor, hash, amountMinor, collectedBy, now });
  });
}

function isUsable(payment: PaymentState, hash: string, now: Date): boolean {
  const open = openPrimary(payment);
  const left = (payment.sessionExpiresAt?.getTime() ?? 0) - now.getTime();
  return open?.requestHash === hash && left > MIN_LEFT_MS;
}

type Checkout = Pick<StartCheckoutPayment, "actor" | "collectedBy"> &
  CheckoutRequest & {
    hash: string;
    amountMinor: number;
    now: Date;
  };

async function addCheckout(
  tx: Parameters<typeof addPayment>[0],
  order: OrderState,
  checkout: Checkout,
): Promise<TransactionState> {
  const { actor, hash, amountMinor, method, request, collectedBy, now } = checkout;
  const sessionExpiresAt = new Date(now.getTime() + SESSION_MS);
  const { transaction } = await addPayment(
    tx,
    order,
    { gateway: "stripe", collectedBy, method, amountMinor, sessionExpiresAt },
    { actor, request, idempotencyKey: null, requestHash: hash },
  );
  return transaction;
}

/**
 * Two tabs that start at once ask with the same key, and get the same session. "ended": it was open, and is
 * found over at the gateway, of which no event has told yet.
 */
async function open({ id, paymentId }: TransactionState): Promise<CheckoutPayment | "ended"> {
  const { payment, transaction, wasOpen } = await askOrLook(paymentId, id);
  const { sessionRef, nextAction, sessionExpiresAt } = payment;
  if (transaction.status === "requires_action" && sessionRef !== null && nextAction !== null) {
    return {
      paymentId,
      sessionId: sessionRef,
      amountMinor: payment.amountMinor,
      clientSecret: nextAction.clientSecret,
      url: nextAction.url,
      publishableKey: env().stripe.publishableKey,
      expiresAt: sessionExpiresAt ?? new Date(),
      isHeldOnly: payment.method === "authorize" && !transaction.request.captureWhenPlaced,
    };
  }
  if (transaction.status === "failed") {
    if (wasOpen) return "ended";
    throw new DomainError(
      "gateway_declined",
      transaction.failureMessage ?? "The payment could not be started.",
    );
  }
  if (payment.authorizedMinor > 0) {
    throw new DomainError("wrong_state", "This order was paid a moment ago.");
  }
  throw new DomainError("gateway_down", "The payment service does not answer. Try again soon.");
}

/** A session that we know is looked at: its replayed creation would only say how it began. */
async function askOrLook(paymentId: string, transactionId: string) {
  const before = await readPayment(paymentId);
  if (before.sessionRef === null) {
    return { ...(await carryOut({ paymentId, transactionId })), wasOpen: false };
  }
  await lookAt(before, "gateway");
  const payment = await readPayment(paymentId);
  return { payment, transaction: transactionOf(payment, transactionId), wasOpen: true };
}
