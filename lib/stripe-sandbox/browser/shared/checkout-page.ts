import type Stripe from "stripe";

/** `GET /v1/payment_pages/:id`: all that a checkout page or an element needs to know. */
export type CheckoutPage = {
  object: "payment_page";
  session: Stripe.Checkout.Session;
  payment_method_types: string[];
  merchant: { display_name: string; return_origin?: string | null };
  saved_payment_methods: Stripe.PaymentMethod[];
  payment_intent: Stripe.PaymentIntent | null;
  setup_intent: Stripe.SetupIntent | null;
  last_payment_error: Stripe.PaymentIntent.LastPaymentError | null;
};
