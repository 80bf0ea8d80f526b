import { inTransaction } from "@/lib/db/transaction";

/** Writes down that a shopper agreed to later charges of the card that they pay with, and to which words. */
export async function agreeToKeepCard(agreed: { orderId: string; words: string }): Promise<void> {
  const { orderId, words } = agreed;
  await inTransaction((tx) =>
    tx.orderEvent.create({
      data: { orderId, kind: "card_consent", actor: "shopper", message: `Agreed: ${words}` },
    }),
  );
}
