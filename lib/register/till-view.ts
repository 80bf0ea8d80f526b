import { database } from "@/lib/db/client";
import type { Currency } from "@/lib/money/currency";
import { openPrimary } from "@/lib/payments/core/sums";
import type { PaymentState } from "@/lib/payments/core/types";
import { totalsView, type TotalRow } from "@/lib/pricing/totals-view";
import type { RegisterAccount } from "./accounts";
import { cardsOf } from "./customers";
import { inPersonOf, type InPersonPayment } from "./in-person";
import { requireSale, type SaleView } from "./queries";

export type TillPaymentState = "waiting" | "checking" | "held" | "paid" | "failed" | "closed";

/** One payment of a sale as a till shows it. Plain data: the till runs in a browser. */
export type TillPayment = {
  id: string;
  state: TillPaymentState;
  /** "Visa 4242", "Cash" */
  label: string;
  tender: "reader" | "card" | "offline";
  amountMinor: number;
  refundedMinor: number;
  /** What can still be given back. */
  refundableMinor: number;
  /** Why it did not work, in the gateway's words. */
  failure: string | null;
  /** What Terminal.js collects with, while it waits for a card. */
  clientSecret: string | null;
  gatewayRef: string | null;
  /** The reader that the server asked, while its turn lasts. */
  readerRef: string | null;
  /** A reusable card was made of it, and can be kept for a customer. */
  keepsCard: boolean;
};

export type TillCard = { id: string; label: string; isDefault: boolean };

export type TillSale = {
  orderId: string;
  number: number | null;
  status: "open" | "paid" | "cancelled";
  currency: Currency;
  totalMinor: number;
  leftMinor: number;
  /** What each costs before the discount, which stands among the sums. */
  lines: { title: string; variantTitle: string; quantity: number; valueMinor: number }[];
  /** What the total is made of, where that is more than the goods. */
  sums: TotalRow[];
  payments: TillPayment[];
  customer: { name: string; email: string };
  /** Cards on file of the customer, where one is named. */
  cards: TillCard[];
  accessToken: string;
  createdAt: string;
};

/** A sale with everything that a till can do about it now. @throws DomainError not_found */
export async function readTillSale(account: RegisterAccount, orderId: string): Promise<TillSale> {
  const [sale, inPerson] = await Promise.all([
    requireSale(account, orderId),
    inPersonPayments(account, orderId),
  ]);
  const { order, email } = sale;
  const cards = email === "" ? [] : await cardsOf(account, email);
  return {
    orderId,
    number: order.number,
    status: statusOf(order),
    currency: sale.currency,
    totalMinor: order.totalMinor,
    leftMinor: sale.leftMinor,
    lines: sale.lines.map(({ title, variantTitle, quantity, unitPriceMinor }) => {
      return { title, variantTitle, quantity, valueMinor: unitPriceMinor * quantity };
    }),
    sums: sumsOf(sale),
    payments: order.payments.map((payment) =>
      tillPayment(payment, inPerson.get(payment.id) ?? null),
    ),
    customer: { name: sale.name, email },
    cards: cards.map(({ id, brand, last4, isDefault }) => ({
      id,
      isDefault,
      label: cardLabel(brand, last4),
    })),
    accessToken: sale.accessToken,
    createdAt: sale.createdAt.toISOString(),
  };
}

/** Tills speak English, as all pages of a merchant do. */
function sumsOf({ order, ...sale }: SaleView): TotalRow[] {
  const { totalMinor } = order;
  const none = { codes: [], giftCards: [], shippingMinor: 0, shippingName: null };
  const { rows } = totalsView({ ...sale, ...none, totalMinor }, "en-US");
  return rows.length > 1 ? rows : [];
}

function statusOf(order: { status: string; placedAt: Date | null }): TillSale["status"] {
  if (order.status === "cancelled") return "cancelled";
  return order.placedAt === null ? "open" : "paid";
}

/** By the payment that counts now. */
async function inPersonPayments(account: RegisterAccount, orderId: string) {
  const db = await database();
  const where = { accountId: account.id, orderId };
  const rows = await db.inPersonPayment.findMany({ where, orderBy: { createdAt: "asc" } });
  const found = await Promise.all(
    rows.flatMap((row) => (row.paymentId === null ? [] : [inPersonOf(row, row.paymentId)])),
  );
  return new Map(found.map((payment) => [payment.payment.id, payment]));
}

function tillPayment(payment: PaymentState, inPerson: InPersonPayment | null): TillPayment {
  const { id, amountMinor, capturedMinor, refundedMinor, gatewayRef, instrument } = payment;
  const state = stateOf(payment);
  const atReader = inPerson?.readerFailure === null ? inPerson.readerRef : null;
  return {
    id,
    state,
    amountMinor: capturedMinor > 0 ? capturedMinor : amountMinor,
    refundedMinor,
    refundableMinor: Math.max(0, capturedMinor - refundedMinor),
    gatewayRef,
    tender: tenderOf(payment),
    label: labelOf(payment),
    failure: inPerson?.readerFailure?.message ?? failureOf(payment),
    clientSecret: state === "waiting" ? (payment.nextAction?.clientSecret ?? null) : null,
    readerRef: state === "waiting" ? atReader : null,
    keepsCard: instrument?.generatedRef !== undefined,
  };
}

function stateOf(payment: PaymentState): TillPaymentState {
  const open = openPrimary(payment);
  if (payment.capturedMinor > 0) return "paid";
  if (payment.authorizedMinor > payment.voidedMinor) return "held";
  if (open?.status === "requires_action") return "waiting";
  if (open !== undefined) return "checking";
  return failureOf(payment) === null ? "closed" : "failed";
}

const failureOf = ({ transactions }: PaymentState): string | null =>
  transactions.findLast(({ status }) => status === "failed")?.failureMessage ?? null;

function tenderOf({ collectedBy }: PaymentState): TillPayment["tender"] {
  if (collectedBy === "offline") return "offline";
  return collectedBy === "card_present" ? "reader" : "card";
}

function labelOf({ collectedBy, reference, instrument }: PaymentState): string {
  if (collectedBy === "offline") return capital(reference ?? "Other");
  if (instrument?.last4) return cardLabel(instrument.brand, instrument.last4);
  return collectedBy === "card_present" ? "Card reader" : "Card on file";
}

const cardLabel = (brand: string | null, last4: string | null): string =>
  `${capital(brand ?? "card")} •••• ${last4 ?? ""}`.trim();

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
