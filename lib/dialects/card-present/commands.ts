import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { Place } from "@/lib/payments/gateways/terminal";
import { requireInPerson, requireTransaction } from "@/lib/register/in-person";
import type { AuthorizeInPerson } from "@/lib/register/operations/authorize";
import type { BeginPayment } from "@/lib/register/operations/begin-payment";
import type { ChangePayment } from "@/lib/register/operations/change-amount";
import type { SaveCard } from "@/lib/register/operations/save-card";
import { RequestError } from "./errors";
import { chargeMinorOf, minorOf, positiveMinorOf } from "./money";
import type {
  authRequest,
  changeRequest,
  intentRequest,
  locationRequest,
  saveCardRequest,
} from "./requests";
import type { Asked } from "./route";

/** Requests of this dialect as commands of the domain. */
export function beginCommand(
  body: z.output<typeof intentRequest>,
  { account, actor }: Asked,
): BeginPayment {
  const { currency } = account;
  const amountMinor = chargeMinorOf(body.amount, currency);
  const tipMinor = minorOf(body.tip_amount ?? 0, currency, "tip_amount");
  if (tipMinor >= amountMinor && tipMinor > 0) {
    throw new RequestError(400, "tip_amount: is a part of the amount", { param: "tip_amount" });
  }
  if (body.payment_method_id !== undefined && body.payment_method_types !== "card") {
    const message = "payment_method_types: a card on file is charged as card";
    throw new RequestError(400, message, { param: "payment_method_types" });
  }
  return {
    account,
    actor,
    externalTransactionId: body.transactionId,
    knownPaymentRefs: body.known_payment_ids,
    methodType: body.payment_method_types,
    captureMethod: body.capture_method,
    sale: { amountMinor: amountMinor - tipMinor, tipMinor },
    externalCustomerId: body.external_customer_id,
    allowSavingCard: body.allow_saving_card,
    methodRef: body.payment_method_id,
  };
}

export async function changeCommand(
  body: z.output<typeof changeRequest>,
  { account }: Asked,
): Promise<ChangePayment> {
  const { payment_id, external_transaction_id, external_payment_id, amount } = body;
  const name = external_transaction_id ?? external_payment_id;
  if (payment_id === undefined && name === undefined) {
    throw new RequestError(400, "payment_id: is required", { param: "payment_id" });
  }
  const payment =
    payment_id === undefined
      ? await requireTransaction(account, name ?? "")
      : await requireInPerson(account, { gatewayRef: payment_id });
  if (name !== undefined && payment.externalTransactionId !== name) {
    throw new DomainError("not_found", "There is no such payment.");
  }
  return {
    account,
    payment,
    amountMinor: amount === undefined ? undefined : chargeMinorOf(amount, account.currency),
    externalCustomerId: body.external_customer_id,
    allowSavingCard: body.allow_saving_card,
  };
}

export async function authCommand(
  body: z.output<typeof authRequest>,
  { account, actor }: Asked,
): Promise<AuthorizeInPerson> {
  const { readerId, external_customer_id: externalCustomerId } = body;
  if (readerId !== undefined && body.payment_method_id !== undefined) throw chooseOne();
  const payment = await requireInPerson(account, { gatewayRef: body.payment_id });
  if (readerId !== undefined) return { account, actor, payment, readerRef: readerId };
  // "Again" without a card means the card on file that was tried before.
  const methodRef = body.payment_method_id ?? payment.methodRef;
  if (methodRef === null) throw chooseOne();
  return { account, actor, payment, methodRef, externalCustomerId };
}

const chooseOne = () =>
  new RequestError(400, "Exactly one of payment_method_id and reader_id is required");

/** A payment, and as much of it as is meant; left out: all. */
export async function amountCommand(
  body: { payment_id: string; amount?: number | string | undefined },
  { account, actor }: Asked,
) {
  const { payment_id: gatewayRef, amount } = body;
  const amountMinor = amount === undefined ? undefined : positiveMinorOf(amount, account.currency);
  const payment = await requireInPerson(account, { gatewayRef });
  return { account, actor, payment, amountMinor };
}

export function saveCardCommand(
  body: z.output<typeof saveCardRequest>,
  { account, actor }: Asked,
): SaveCard {
  const { external_customer_id: externalCustomerId, consent } = body;
  const common = { account, actor, externalCustomerId, consent };
  if (body.payment_id !== undefined) return { ...common, paymentRef: body.payment_id };
  if (body.setup_id !== undefined) return { ...common, setupRef: body.setup_id };
  return { ...common, methodRef: body.payment_method_id ?? "" };
}

export function placeCommand(body: z.output<typeof locationRequest>): Omit<Place, "ref"> {
  const { postal_code: postalCode, ...address } = body.address;
  return { name: body.display_name, address: { ...address, postalCode } };
}
