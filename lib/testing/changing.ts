import { expect } from "vitest";
import { placeOrder } from "@/lib/checkout/operations/place-order";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { recoverAll } from "./history";
import { ordersOf, shop, type OpenForm } from "./open-form";

/** What a test asks about an order whose total changes. */
export const place = ({ cartRef }: OpenForm) => placeOrder({ cartRef, ...shop });

export const sessionOf = (id: string) =>
  stripe().checkout.sessions.retrieve(id, { expand: ["line_items"] });

/** The form that the shopper is given who comes back to the payment page. */
export const again = (orderId: string) =>
  startCheckoutPayment({
    orderId,
    collectedBy: "elements",
    returnUrl: "http://localhost:3000/return",
    actor: "shopper",
  });

/** The cart's order, of which there is one. */
export async function only(form: OpenForm) {
  const [order, ...others] = await ordersOf(form);
  expect(others).toEqual([]);
  if (order === undefined) throw new Error("The cart has no order.");
  return order;
}

/** Whatever was lost: in the end one total was charged, recorded, and is the order's. */
export async function expectPaid(form: OpenForm, totalMinor: bigint): Promise<void> {
  await recoverAll(form.orderId);
  await lookAgain({ orderId: form.orderId });
  const order = await only(form);
  expect(order).toMatchObject({ payment: "paid", status: "complete", totalMinor, cases: [] });
  expect(order.payments).toMatchObject([{ amountMinor: totalMinor, capturedMinor: totalMinor }]);
  expect(order.amendments.map(({ status }) => status)).not.toContain("pending");
}
