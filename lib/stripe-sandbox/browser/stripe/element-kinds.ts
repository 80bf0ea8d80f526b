import type { ElementKind } from "./element";

/** Which document serves an element, what a screen reader calls it, and how tall it starts. */
export const elementKinds = {
  payment: kind("payment", "payment", "Secure payment input frame", 250),
  card: kind("card", "card", "Secure card payment input frame", 28),
  cardNumber: kind("cardNumber", "card", "Secure card number input frame", 28),
  cardExpiry: kind("cardExpiry", "card", "Secure expiration date input frame", 28),
  cardCvc: kind("cardCvc", "card", "Secure CVC input frame", 28),
  iban: kind("iban", "card", "Secure IBAN input frame", 28),
  address: kind("address", "address", "Secure address input frame", 420),
  shippingAddress: kind("address", "address", "Secure shipping address input frame", 420),
  billingAddress: kind("address", "address", "Secure billing address input frame", 420),
  expressCheckout: kind("expressCheckout", "express", "Secure express checkout frame", 56),
  contactDetails: kind("contactDetails", "fields", "Secure contact details input frame", 84),
  linkAuthentication: kind("linkAuthentication", "fields", "Secure email input frame", 84),
  taxId: kind("taxId", "fields", "Secure tax ID input frame", 84),
  currencySelector: kind("currencySelector", "fields", "Secure currency selector frame", 48),
  terms: kind("terms", "fields", "Terms", 24),
  linkSignup: kind("linkSignup", "fields", "Link signup", 8),
  paymentMethodMessaging: kind("paymentMethodMessaging", "fields", "Payment messaging", 24),
} as const satisfies Record<string, ElementKind>;

export type ElementType = keyof typeof elementKinds;

export function isElementType(name: string): name is ElementType {
  return Object.hasOwn(elementKinds, name);
}

function kind(type: string, frame: string, title: string, startHeight: number): ElementKind {
  return { type, frame, title, startHeight };
}
