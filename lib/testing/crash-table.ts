import * as carts from "./crash-scenes-carts";
import * as changes from "./crash-scenes-changes";
import * as till from "./crash-scenes-in-person";
import * as gifts from "./crash-scenes-gift-cards";
import * as online from "./crash-scenes";
import type { CrashTarget } from "./crash-operations";

export type Scene = {
  name: string;
  before: () => Promise<CrashTarget>;
  /** One of `crashOperations`. */
  operation: string;
  /** What is true of the order's payment when the same was asked for again. */
  after: string;
  /** What comes next in its life, which must be possible still. */
  next: ((target: CrashTarget) => Promise<unknown>) | undefined;
};

type Row = [
  name: string,
  before: Scene["before"],
  operation: string,
  after: string,
  next?: Scene["next"],
];

const { order, paid } = online;

const rows: Row[] = [
  ["a purchase", order, "pay", "paid"],
  ["an authorization", order, "authorize", "authorized"],
  ["money that changes hands", order, "pay_offline", "paid"],
  ["a capture", paid("authorize"), "capture", "partially_paid"],
  ["a refund", paid("purchase"), "refund", "partially_refunded"],
  ["a refund elsewhere", paid("purchase"), "mark_refunded", "partially_refunded"],
  ["a void", paid("authorize"), "void", "voided"],
  ["the cancel of an order", paid("authorize"), "cancel_order", "voided"],
  ["the start of a page", order, "start_checkout", "unpaid"],
  ["a return page", online.paidCheckout, "look", "paid"],
  ["a look at what was paid twice", online.paidTwice, "look_at_payment", "paid"],
  ["a look at what is disputed", online.disputed, "look_at_payment", "paid"],
  ["webhooks", online.paidWithEvent, "webhooks", "paid"],
  ["recovery", online.withOpenRefund, "recover", "partially_refunded"],
  ["a release of stock", online.expired, "release", "paid"],

  ["a gift card that pays a part", gifts.entered, "apply_gift_cards", "partially_authorized"],
  ["the rest beside a gift card", gifts.held, "pay", "paid"],
  ["a release of gift cards", gifts.forgotten, "release", "voided"],

  ["a sale of goods at a till", till.goods, "open_sale", "unpaid"],
  ["an intent at a till", till.sale, "begin_in_person", "unpaid"],
  ["cash at a till", till.sale, "pay_cash", "partially_paid"],
  ["the card of a split sale", till.partlyInCash, "begin_in_person", "partially_paid"],
  ["a look at the card of a split sale", till.restTapped, "look", "partially_paid"],
  ["another amount at a reader", till.atReader, "change_amount", "unpaid"],
  ["a reader's turn", till.atReader, "ask_reader", "unpaid", till.presentCard],
  ["a look at what a reader took", till.tapped, "look", "authorized"],
  ["a capture at a till", till.tappedAndSeen, "capture_in_person", "paid"],
  ["a refund at a till", till.taken, "refund_in_person", "partially_refunded"],
  ["a cancel at a till", till.tapped, "cancel_in_person", "voided"],

  ["a shopper's checkout", carts.filledCart, "place_order", "unpaid"],
  ["another total beside an open form", changes.changed, "change_total", "unpaid", changes.payNew],
  ["a payment while the total changes", changes.paid, "change_total", "paid"],
  ["recovery of a change", changes.asked, "recover_amendments", "unpaid", changes.payNew],
  ["a look at what a change was paid for", changes.askedAndPaid, "look", "paid"],
  ["a program's checkout", carts.clientCart, "place_client_order", "unpaid"],
  ["the payment of a draft", carts.draft, "pay_draft", "unpaid"],
  ["the offline payment of a draft", carts.draft, "pay_draft_offline", "authorized"],
  ["placing a draft", carts.paidDraft, "place_draft", "authorized"],
];

export const scenes: readonly Scene[] = rows.map(([name, before, operation, after, next]) => ({
  name,
  before,
  operation,
  after,
  next,
}));
