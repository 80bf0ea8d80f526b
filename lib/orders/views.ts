import type { Currency } from "@/lib/money/currency";
import type { TaxLine } from "@/lib/tax/tax";
import type { Address } from "@/lib/shipping/address";

/** The words of an order's life; the database's enums spelled out for code that has no database. */
export type OrderStatus = "incomplete" | "processing" | "complete" | "cancelled";

export type OrderPaymentStatus =
  | "unpaid"
  | "partially_authorized"
  | "authorized"
  | "partially_paid"
  | "paid"
  | "partially_refunded"
  | "refunded"
  | "voided"
  | "free";

export type OrderFulfilment = "unfulfilled" | "partially_fulfilled" | "fulfilled" | "not_required";

export type OrderLineView = {
  id: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
};

export type OrderEventView = {
  id: string;
  kind: string;
  /** shopper, merchant:<id>, gateway, system */
  actor: string;
  message: string;
  /** Why a payment failed, by the gateway's code; null: it did not, or gave no reason. */
  failureCode: string | null;
  at: Date;
};

export type OrderTotals = {
  currency: Currency;
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  /** True: the tax is in the prices, and the total does not grow by it. */
  taxIncluded: boolean;
  taxLines: TaxLine[];
  totalMinor: number;
};

/** Everything about one order but its money movements: for merchants. */
export type OrderView = OrderTotals & {
  id: string;
  /** Null until the order is placed. */
  number: number | null;
  accessToken: string;
  channel: string;
  status: OrderStatus;
  payment: OrderPaymentStatus;
  fulfilment: OrderFulfilment;
  locale: string;
  email: string;
  name: string;
  phone: string | null;
  shippingAddress: Address | null;
  billingAddress: Address;
  shippingName: string | null;
  createdAt: Date;
  placedAt: Date | null;
  cancelledAt: Date | null;
  lines: OrderLineView[];
  /** Oldest first. */
  events: OrderEventView[];
};

export type OrderListItem = {
  id: string;
  number: number | null;
  status: OrderStatus;
  payment: OrderPaymentStatus;
  fulfilment: OrderFulfilment;
  channel: string;
  currency: Currency;
  totalMinor: number;
  email: string;
  name: string;
  createdAt: Date;
  placedAt: Date | null;
  itemCount: number;
};

export type OrderList = {
  orders: OrderListItem[];
  page: number;
  pages: number;
  /** Counting stops at `countLimit`; then there are "at least" so many. */
  total: number;
  totalIsExact: boolean;
};
