import type { ElementInside } from "../element";
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
