import { DomainError } from "@/lib/errors";
import { currencySchema } from "@/lib/money/currency";
import { heldMinor, openPrimary, refundableMinor } from "@/lib/payments/core/sums";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import type { Instrument } from "@/lib/payments/core/types";
import type { Place, Reader } from "@/lib/payments/gateways/terminal";
import type { SavedCard } from "@/lib/payments/wallet/views";
import type { InPersonPayment } from "@/lib/register/in-person";
import type { KeptCard } from "@/lib/register/operations/save-card";
import { RequestError } from "./errors";
import { majorOf } from "./money";

/** Our payments in the words of this dialect. */
export function statusOf({ payment, readerRef, readerFailure }: InPersonPayment): string {
  const open = openPrimary(payment);
  if (open) {
    if (open.status !== "requires_action") return "processing";
    if (payment.nextAction?.kind === "authenticate") return "requires_action";
    const isAtReader = readerRef !== null && readerFailure === null;
    return isAtReader ? "payment_method_requested" : "requires_payment_method";
  }
  if (payment.capturedMinor > 0) return "success";
  if (payment.transactions.some((one) => one.kind === "capture" && isOpen(one))) {
    return "capture_requested";
  }
  if (heldMinor(payment) > 0) return "requires_capture";
  const [first] = payment.transactions;
  const wasRefused = payment.authorizedMinor === 0 && first?.failureCode !== "abandoned";
  return wasRefused ? "requires_payment_method" : "canceled";
}

/**
 * What came of asking for money: a card on file that was refused is an error, with its payment beside it,
 * because the same payment can be tried with another card. What the gateway never answered has no id yet.
 *
 * @throws RequestError 402
 * @throws DomainError gateway_down: the same request, sent again, finds what became of it
 */
export function chargedJson(inPerson: InPersonPayment) {
  const { payment } = inPerson;
  const { gatewayRef } = payment;
  const isOver = openPrimary(payment) === undefined;
  if (gatewayRef === null && !isOver) {
    const message = "The payment service does not answer. Send the same request again.";
    throw new DomainError("gateway_down", message, { retryAfterSeconds: 2 });
  }
  const wasAsked = (payment.collectedBy === "api" || gatewayRef === null) && isOver;
  const [first] = payment.transactions;
  const wasRefused = first?.status === "failed" && first.failureCode !== "abandoned";
  if (!wasAsked || !wasRefused || payment.authorizedMinor > 0) return intentJson(inPerson);
  const message = first.failureMessage ?? "The card was declined.";
  throw new RequestError(402, message, {
    type: first.failureCode ?? "card_declined",
    payment: paymentJson(inPerson),
  });
}

export function intentJson(payment: InPersonPayment) {
  const secret = payment.payment.nextAction?.clientSecret ?? null;
  return {
    ...paymentJson(payment),
    ...(secret !== null && { client_secret: secret }),
  };
}

export function paymentJson(inPerson: InPersonPayment) {
  const { payment, externalTransactionId } = inPerson;
  const currency = currencySchema.parse(payment.currency);
  const amount = (minor: number) => majorOf(minor, currency);
  const { instrument } = payment;
  return {
    payment_id: payment.gatewayRef,
    date_created: inPerson.createdAt.toISOString().replace(/\.\d+Z$/, "+00:00"),
    external_transaction_id: externalTransactionId,
    external_customer_id: inPerson.externalCustomerId,
    status: statusOf(inPerson),
    amount: amount(payment.amountMinor),
    amount_authorized: amount(payment.authorizedMinor),
    amount_captured: amount(payment.capturedMinor),
    amount_capturable: amount(heldMinor(payment)),
    amount_refunded: amount(payment.refundedMinor),
    amount_refundable: amount(refundableMinor(payment)),
    tip_amount: amount(inPerson.tipMinor + (instrument?.tipMinor ?? 0)),
    donation_amount: amount(0),
    currency,
    capture_method: payment.method === "authorize" ? "manual" : "automatic",
    capture_before: payment.captureBefore?.toISOString().replace(/\.\d+Z$/, "+00:00") ?? null,
    card_present: payment.collectedBy === "card_present",
    payment_method_id: instrument?.methodRef ?? null,
    notes: null,
    authorization_code: instrument?.authorizationCode ?? null,
    processor: "Stripe",
    funding_source: instrument?.funding ?? null,
    payment: instrument === null ? null : cardJson(payment.collectedBy, instrument),
    avs_response_code: null,
    avs_response_message: null,
    ...failureJson(inPerson),
  };
}

function cardJson(collectedBy: string, instrument: Instrument) {
  const { brand, last4, expMonth, expYear, holder, receipt, methodRef } = instrument;
  return {
    type: collectedBy === "card_present" ? "card_present" : "card_not_present",
    brand: brand === null ? null : brandName(brand),
    last_4: last4,
    ...expiry(expMonth, expYear),
    cardholder_name: holder ?? null,
    receipt_data: receipt ?? null,
    payment_method_id: methodRef ?? null,
  };
}

const expiry = (month: number | undefined, year: number | undefined) => ({
  exp_month: month === undefined ? null : String(month).padStart(2, "0"),
  exp_year: year ?? null,
});

const names: Record<string, string> = {
  amex: "American Express",
  diners: "Diners Club",
  jcb: "JCB",
  unionpay: "UnionPay",
};

const brandName = (brand: string): string =>
  names[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);

/** Why there is no money yet: the reader's turn ended without a card, or the last card was refused. */
function failureJson({ payment, readerFailure }: InPersonPayment) {
  if (payment.authorizedMinor > 0) return {};
  if (readerFailure !== null) return { last_error: readerErrorJson(readerFailure) };
  const { failureCode, failureMessage } = payment.transactions[0] ?? {};
  if (!failureCode || failureCode === "abandoned") return {};
  return { last_error: { message: failureMessage ?? "Declined.", code: 402, type: failureCode } };
}

export function readerErrorJson({ code, message }: { code: string; message: string }) {
  const numbered = /^\d+$/.test(code) ? `${code} ${message}` : message;
  return { message: `409: ${numbered}`, code: 409, type: code };
}

export function savedCardJson(card: SavedCard) {
  return {
    card_id: card.paymentMethodRef,
    payment_method_id: card.paymentMethodRef,
    brand: brandName(card.brand),
    last_4: card.last4,
    ...expiry(card.expMonth, card.expYear),
    is_default: card.isDefault,
  };
}

export function cardListJson(cards: SavedCard[], externalCustomerId: string) {
  return { external_customer_id: externalCustomerId, cards: cards.map(savedCardJson) };
}

export function keptCardJson(card: KeptCard, externalCustomerId: string) {
  return {
    customer_id: card.customerRef,
    external_customer_id: externalCustomerId,
    ...savedCardJson(card),
  };
}

export function placeJson({ ref, name, address }: Place) {
  const { postalCode = null, line2 = null, city = null, state = null, ...rest } = address;
  return {
    location_id: ref,
    display_name: name,
    address: { ...rest, line2, city, state, postal_code: postalCode },
  };
}

export function readerJson(reader: Reader) {
  return {
    reader_id: reader.ref,
    label: reader.label,
    device_type: reader.deviceType,
    location: reader.locationRef,
    serial_number: reader.serialNumber,
    status: reader.online ? "online" : "offline",
    action_status: reader.turn?.status ?? null,
  };
}
