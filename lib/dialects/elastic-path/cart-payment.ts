import type { z } from "zod";
import { openNamedCart } from "@/lib/cart/named/open";
import { payClientCart } from "@/lib/checkout/operations/pay-client-cart";
import { askedCart } from "./add-to-cart";
import { idempotencyKey } from "./auth";
import { cartJson } from "./json/cart";
import { requireNotDeclined } from "./declined";
import { clientParameters } from "./json/transaction";
import { payCommandOf, type cartPaymentRequest } from "./requests/payments";

type Begin = {
  cartRef: string;
  actor: string;
  data: z.infer<typeof cartPaymentRequest>["data"];
  insteadOf?: string;
};

/** The cart, and beside it what the browser needs to let its shopper pay. */
export async function beginCartPayment(request: Request, begin: Begin) {
  const { data, ...command } = begin;
  const payment = await payClientCart({
    ...command,
    channel: "elastic_path",
    payment: { ...payCommandOf(data, idempotencyKey(request)), clientConfirms: true },
  });
  requireNotDeclined(payment.transactions[0]);
  const cart = await openNamedCart(askedCart(request, command.cartRef));
  const { payment_intent } = clientParameters(payment);
  return { data: cartJson(cart, false), meta: { payment_intent: payment_intent ?? {} } };
}
