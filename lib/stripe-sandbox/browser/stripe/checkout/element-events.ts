import type { ElementContext, ElementInside } from "../element";
import { runExpressPayment } from "../elements/express";
import { rememberExpressPayment } from "../express-payments";
import type { CheckoutStore } from "./store";

/** What elements of a checkout tell the session by themselves, without the store's code. */
export function onCheckoutElementEvent(
  store: CheckoutStore,
  inside: ElementInside,
  name: string,
  payload: Record<string, unknown>,
): void {
  if (inside.type === "payment" && name === "change") {
    store.setPaymentComplete(payload["complete"] === true);
  }
  if (name === "removesavedcard") void removeSavedCard(store, inside, String(payload["id"]));
  if (name !== "change" || payload["complete"] !== true) return;
  const value = Object(payload["value"]);
  if (inside.type === "address" && typeof value.address === "object") {
    const contact = { name: value.name, address: value.address };
    const field = payload["elementMode"] === "shipping" ? "shipping_address" : "billing_address";
    void store.post("", { [field]: contact });
  }
  if (inside.type === "contactDetails") void store.post("", { email: value.email });
  if (inside.type === "taxId") {
    void store.post("", { tax_id: { type: value.taxIdType, value: value.taxId } });
  }
}

async function removeSavedCard(
  store: CheckoutStore,
  inside: ElementInside,
  id: string,
): Promise<void> {
  const method = store.page().saved_payment_methods.find((candidate) => candidate.id === id);
  const result = await store.post("", { remove_payment_method: id });
  // Drawn anew, the form has its button back.
  if (result.error) inside.updateFrame({ options: {} });
  inside.events.emit("savedpaymentmethodremove", {
    elementType: "payment",
    success: result.error === undefined,
    error: result.error?.message,
    payment_method: method,
  });
}

/** A checkout knows by itself what the wallet has to collect, and keeps what it collected. */
export async function payWithWallet(
  context: ElementContext,
  store: CheckoutStore,
  inside: ElementInside,
): Promise<void> {
  const { session, shipping_rates } = (await store.load(), store.page());
  const wantsShipping = session.shipping_address_collection !== null;
  const options = {
    emailRequired: store.session().email === null,
    phoneNumberRequired: session.phone_number_collection?.enabled === true,
    shippingAddressRequired: wantsShipping,
    allowedShippingCountries: session.shipping_address_collection?.allowed_countries,
    shippingRates: shipping_rates.map(({ id, display_name, fixed_amount }) => ({
      id,
      displayName: display_name ?? "Shipping",
      amount: fixed_amount?.amount ?? 0,
    })),
  };
  await runExpressPayment(context, inside, options, async (payment, confirmEvent) => {
    const { paymentMethod, contact, rateId } = payment;
    const { name, email, address } = contact;
    await store.post("", {
      email: email || undefined,
      shipping_address: wantsShipping ? { name, address: { ...address } } : undefined,
      shipping_rate: rateId ?? undefined,
    });
    rememberExpressPayment(confirmEvent, { paymentMethod });
  });
}
