/** `GET /v1/payment_pages/:id`: all that a checkout page or an element needs to know. */
export type { CheckoutPage, CheckoutPageSession } from "../../page-api";
