import type { Basket } from "@/lib/register/baskets";
import type { KnownCustomer } from "@/lib/register/find-customers";
import type { Goods } from "@/lib/register/goods";
import type { TillSale } from "@/lib/register/till-view";

/** What came of something that the till asked for. */
export type Outcome<Value> = { is: "done"; value: Value } | { is: "refused"; message: string };

type Ask<Input, Value> = (input: Input & { till: string }) => Promise<Outcome<Value>>;
type OfSale = { orderId: string };
type OfPayment = OfSale & { paymentId: string };

export type ParkedView = { id: string; label: string; createdAt: string };

/** What the server does for a till before there is a sale. */
export type SellActions = {
  /** `key` makes one sale, however often it is sent. */
  open: Ask<{ key: string; basket: Basket; tipMinor: number }, OfSale>;
  goods: Ask<{ q: string }, Goods[]>;
  customers: Ask<{ q: string }, KnownCustomer[]>;
  park: Ask<{ label: string; basket: Basket }, ParkedView[]>;
  resume: Ask<{ id: string }, { basket: Basket; parked: ParkedView[] }>;
};

/** What it does for a sale. Each answers with the sale as it stands afterwards. */
export type PayActions = {
  look: Ask<OfSale, TillSale>;
  beginCard: Ask<OfSale & { amountMinor: number; key: string }, TillSale>;
  /** The server asks the reader, instead of this page. */
  askReader: Ask<OfPayment & { readerRef: string }, TillSale>;
  /** Where readers are simulated: somebody holds this card to it. */
  holdCard: Ask<OfPayment & { readerRef: string; number: string }, TillSale>;
  cancelPayment: Ask<OfPayment, TillSale>;
  chargeCard: Ask<OfSale & { cardId: string; amountMinor: number; key: string }, TillSale>;
  payOffline: Ask<
    OfSale & { tender: string; amountMinor: number; tenderedMinor: number; key: string },
    { sale: TillSale; changeMinor: number }
  >;
  cancelSale: Ask<OfSale, TillSale>;
  keepCard: Ask<OfPayment & { email: string; consent: string }, TillSale>;
  mailReceipt: Ask<OfSale & { email: string }, TillSale>;
  refund: Ask<OfPayment & { amountMinor: number; into: "same" | "cash"; key: string }, TillSale>;
  connectionToken: Ask<object, string>;
};
