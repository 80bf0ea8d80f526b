import type { TillPayment, TillSale } from "@/lib/register/till-view";

/** The payment of a sale that waits for a card at a reader. */
export const waitingCard = ({ payments }: TillSale): TillPayment | undefined =>
  payments.find(({ state, tender }) => state === "waiting" && tender === "reader");
