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
export function rememberForGroup(group: object, payment: ExpressPayment): void {
  pending.set(group, payment);
}

/** Taken once: what the shopper pays next, they pay with the form again. */
export function takeExpressPayment(group: unknown): ExpressPayment | null {
  if (typeof group !== "object" || group === null) return null;
  const payment = pending.get(group) ?? null;
  pending.delete(group);
  return payment;
}
