import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { consume } from "../methods/consumed";
import type { Scope } from "../scope";

/** The shopper takes a saved method away, on the billing portal's page. */
export function detachMethod(scope: Scope, customerId: string, id: string): void {
  const method = ownMethod(scope, customerId, id);
  const customer = findOr(scope.store.customers, "customer", customerId, "customer");
  const detached = scope.store.paymentMethods.save({ ...method, customer: null });
  consume(scope, id);
  if (idOf(customer.invoice_settings.default_payment_method) === id) {
    setDefault(scope, customerId, null);
  }
  scope.emit("payment_method.detached", detached, { customer: customerId });
}

export function attachDefault(scope: Scope, customerId: string, id: string): void {
  setDefault(scope, customerId, ownMethod(scope, customerId, id).id);
}

function ownMethod(scope: Scope, customerId: string, id: string) {
  const method = findOr(scope.store.paymentMethods, "PaymentMethod", id, "payment_method");
  if (idOf(method.customer) === customerId) return method;
  throw invalidRequest(`Customer ${customerId} does not have a payment method with ID ${id}`);
}

function setDefault(scope: Scope, customerId: string, id: string | null): void {
  const customer = findOr(scope.store.customers, "customer", customerId, "customer");
  const invoice_settings = { ...customer.invoice_settings, default_payment_method: id };
  const saved = scope.store.customers.save({ ...customer, invoice_settings });
  scope.emit("customer.updated", saved, { invoice_settings: customer.invoice_settings });
}
