import { applyGiftCards } from "@/lib/checkout/operations/apply-gift-cards";
import { placeClientOrder } from "@/lib/checkout/operations/place-client-order";
import { payDraftOrder, placeDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { placeOrder } from "@/lib/checkout/operations/place-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { clientAddressSchema } from "@/lib/orders/client-address";
import { recoverAmendments } from "@/lib/payments/operations/amend-checkout";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { processEvents } from "@/lib/payments/webhooks/process";
import { requireAccount } from "@/lib/register/accounts";
import { requireInPerson } from "@/lib/register/in-person";
import { authorizeInPerson } from "@/lib/register/operations/authorize";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { cancelInPerson } from "@/lib/register/operations/cancel";
import { captureInPerson } from "@/lib/register/operations/capture";
import { changeInPerson } from "@/lib/register/operations/change-amount";
import { payOffline } from "@/lib/register/operations/pay-offline";
import { refundInPerson } from "@/lib/register/operations/refund";
import { openSale } from "@/lib/register/sale";
import { change } from "./open-form";

/** What an operation is done to. `ref` names a cart, a sale or a reader, as the operation needs it. */
export type CrashTarget = { orderId: string; paymentId: string; ref: string };

/** Gives the order that it is about: the one it was given, or the one that it has made. */
type Operation = (target: CrashTarget) => Promise<string>;

const actor = "merchant:test";
const idempotencyKey = "crash";

const on =
  (work: (target: CrashTarget) => Promise<unknown>): Operation =>
  async (target) => {
    await work(target);
    return target.orderId;
  };

const paying = (gateway: "stripe" | "manual", method: "purchase" | "authorize") =>
  on(({ orderId }) =>
    payOrder({ orderId, gateway, method, actor, idempotencyKey, source: "pm_card_visa" }),
  );

const payments: Record<string, Operation> = {
  pay: paying("stripe", "purchase"),
  authorize: paying("stripe", "authorize"),
  pay_offline: paying("manual", "purchase"),
  capture: on(({ paymentId }) =>
    capturePayment({ paymentId, actor, idempotencyKey, amountMinor: 3000 }),
  ),
  refund: on(({ paymentId }) =>
    refundPayment({ paymentId, actor, idempotencyKey, amountMinor: 3000 }),
  ),
  mark_refunded: on(({ paymentId }) =>
    refundPayment({ paymentId, actor, idempotencyKey, amountMinor: 3000, mechanism: "manual" }),
  ),
  void: on(({ paymentId }) => voidPayment({ paymentId, actor, idempotencyKey })),
  cancel_order: on(({ orderId }) => cancelOrder({ orderId, actor, letGo: true })),
  start_checkout: on(({ orderId }) =>
    startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/return",
      actor,
    }),
  ),
  look: on(({ orderId }) => lookAgain({ orderId })),
  look_at_payment: on(({ paymentId }) => lookAgain({ paymentId })),
  webhooks: on(() => processEvents()),
  recover: on(() => recoverTransactions()),
  recover_amendments: on(() => recoverAmendments()),
  release: on(() => releaseExpired()),
};

const till = () => requireAccount({ externalId: "crash" });

async function inPerson({ paymentId }: CrashTarget) {
  const account = await till();
  return { account, payment: await requireInPerson(account, { paymentId }), actor };
}

const register: Record<string, Operation> = {
  open_sale: async ({ ref: variantId }) => {
    const lines = [{ variantId, quantity: 1 }];
    return (await openSale({ account: await till(), actor, key: variantId, lines, tipMinor: 300 }))
      .orderId;
  },
  begin_in_person: on(async ({ orderId }) => {
    const named = { account: await till(), actor, externalTransactionId: orderId };
    const card = { methodType: "card_present", captureMethod: "manual" } as const;
    await beginPayment({ ...named, ...card, sale: { orderId } });
  }),
  pay_cash: on(async ({ orderId }) =>
    payOffline({
      account: await till(),
      orderId,
      actor,
      key: orderId,
      tender: "cash",
      amountMinor: 2000,
      tenderedMinor: 5000,
    }),
  ),
  change_amount: on(async (target) =>
    changeInPerson({ ...(await inPerson(target)), amountMinor: 7000 }),
  ),
  ask_reader: on(async (target) =>
    authorizeInPerson({ ...(await inPerson(target)), readerRef: target.ref }),
  ),
  capture_in_person: on(async (target) => captureInPerson(await inPerson(target))),
  refund_in_person: on(async (target) =>
    refundInPerson({ ...(await inPerson(target)), amountMinor: 3000, key: idempotencyKey }),
  ),
  cancel_in_person: on(async (target) => cancelInPerson(await inPerson(target))),
};

const home = clientAddressSchema.parse({ name: "Ada Lovelace", country: "US" });

const checkouts: Record<string, Operation> = {
  apply_gift_cards: on(({ orderId: id }) => applyGiftCards({ id })),
  place_order: async ({ ref: cartRef }) =>
    (await placeOrder({ cartRef, channel: "storefront", locale: "en-US" })).id,
  change_total: on(({ ref: cartRef }) => change({ cartRef })),
  place_client_order: async ({ ref: cartRef }) => {
    const who = { email: "ada@example.com", name: "Ada Lovelace" };
    const details = { ...who, billingAddress: home, shippingAddress: home };
    return (await placeClientOrder({ cartRef, channel: "elastic_path", actor, details })).id;
  },
  pay_draft: on(({ orderId }) => payDraftOrder({ orderId, gateway: "stripe", actor })),
  pay_draft_offline: on(({ orderId }) => payDraftOrder({ orderId, gateway: "manual", actor })),
  place_draft: on(({ orderId }) => placeDraftOrder({ orderId, actor })),
};

/** Everything that a process may be killed on its way through, by name. */
export const crashOperations: Readonly<Record<string, Operation>> = {
  ...payments,
  ...register,
  ...checkouts,
};
