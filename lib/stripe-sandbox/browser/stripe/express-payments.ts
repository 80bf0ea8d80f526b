/** A payment that the shopper has agreed to in the wallet, waiting for the store to confirm it. */
export type ExpressPayment = { paymentMethod: string };

const payments = new WeakMap<object, ExpressPayment>();

export function rememberExpressPayment(confirmEvent: object, payment: ExpressPayment): void {
  payments.set(confirmEvent, payment);
}

/** The payment that belongs to the `confirm` event which the store hands back to us. */
export function expressPayment(confirmEvent: unknown): ExpressPayment | null {
  if (typeof confirmEvent !== "object" || confirmEvent === null) return null;
  return payments.get(confirmEvent) ?? null;
}

const pending = new WeakMap<object, ExpressPayment>();

/** In an `elements()` group the store confirms with the group, so the payment hangs on that. */
export function rememberForGroup(group: object, payment: ExpressPayment | null): void {
  if (payment === null) pending.delete(group);
  else pending.set(group, payment);
}

export function expressPaymentOf(group: unknown): ExpressPayment | null {
  return typeof group === "object" && group !== null ? (pending.get(group) ?? null) : null;
}
