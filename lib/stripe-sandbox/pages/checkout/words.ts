import { german } from "./words-german";
import { french } from "./words-french";
import { spanish } from "./words-spanish";
import { japanese } from "./words-japanese";

/** What the checkout page says besides the names of fields, in the languages that it speaks. */
const english = {
  title: "Checkout",
  contact: "Contact",
  shippingAddress: "Shipping address",
  shippingMethod: "Shipping method",
  shipping: "Shipping",
  free: "Free",
  updateTotal: "Update total",
  promotion: "Promotion code",
  addPromotion: "Add promotion code",
  apply: "Apply",
  more: "Additional information",
  select: "Select…",
  optional: "{label} (optional)",
  ifAny: "{label} (if you have one)",
  billingAddress: "Billing address",
  cardToSave: "Card to save",
  nameOnCard: "Name on card",
  zipOrPostal: "ZIP or postal code",
  blikNote: "Open your banking app, make a BLIK code and confirm the payment there.",
  terms: "I agree to the terms of service of {merchant}.",
  agree: "Please agree to the terms to continue.",
  news: "Send me news and offers of {merchant}.",
  sandboxNote:
    "This is a sandbox: no real money moves. Try card 4242 4242 4242 4242 with any future date and any CVC.",
  payButton: "Pay {amount}",
  bookButton: "Book for {amount}",
  donateButton: "Donate {amount}",
  saveButton: "Save payment method",
  completeButton: "Complete order",
  processing: "Processing…",
  moment: "One moment…",
  taxId: "Tax ID",
  taxIdType: "Kind of tax ID",
  businessName: "Business name",
  summary: "Order summary",
  payTo: "Pay {merchant}",
  saveMethod: "Save a payment method",
  subtotal: "Subtotal",
  discount: "Discount",
  tax: "Tax",
  taxIncluded: "Tax included",
  total: "Total due",
  back: "back to the store",
  totalChanged: "The total is now {amount}. Please check and pay.",
  waiting: "Waiting for you to approve the payment in your banking app.",
  failed: "Your payment failed. Please try again.",
  thanks: "Thank you",
  thanksText: "{merchant} has your order. You can close this page.",
  expired: "This checkout has expired",
  expiredText: "Go back to {merchant} and start again; nothing was charged.",
  recover: "Start again",
};

export type Words = typeof english;

const languages: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};

export const wordsFor = (language: string): Words => languages[language] ?? english;
