import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { chargeStep } from "@/lib/money/charge-step";
import type { Currency } from "@/lib/money/currency";
import { giftCardHash, newGiftCardCode, normalGiftCardCode } from "./code";

export type IssueGiftCard = {
  amountMinor: number;
  currency: Currency;
  expiresAt?: Date | undefined;
  note?: string | undefined;
  actor: string;
};

const mostMinor = 99_999_999;

/**
 * Makes a gift card. Its code is in the answer and nowhere else: whoever loses it needs a new card.
 * @throws DomainError amount_invalid, invalid_input
 */
export async function issueGiftCard(
  command: IssueGiftCard,
): Promise<{ id: string; code: string; last4: string }> {
  const { amountMinor, currency, expiresAt, note = "", actor } = command;
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > mostMinor) {
    throw new DomainError("amount_invalid", "The amount must be above zero.");
  }
  // What a card leaves to pay has to be something that can be charged.
  if (amountMinor % chargeStep(currency) !== 0) {
    throw new DomainError("amount_invalid", `The last digit of an amount in ${currency} is zero.`);
  }
  if (expiresAt !== undefined && expiresAt <= new Date()) {
    throw new DomainError("invalid_input", "It would have expired already.");
  }
  const code = newGiftCardCode();
  const last4 = code.slice(-4);
  const id = newId();
  const minor = BigInt(amountMinor);
  await inTransaction(async (tx) => {
    await tx.giftCard.create({
      data: {
        id,
        codeHash: giftCardHash(normalGiftCardCode(code) ?? code),
        last4,
        currency,
        initialMinor: minor,
        balanceMinor: minor,
        note,
        expiresAt: expiresAt ?? null,
        issuedBy: actor,
      },
    });
    await tx.giftCardMovement.create({
      data: { giftCardId: id, kind: "issue", amountMinor: minor, movedMinor: minor },
    });
  });
  return { id, code, last4 };
}

/** It pays nothing from now on; what it holds for an order that is being paid stays held. */
export async function disableGiftCard({ id }: { id: string }): Promise<void> {
  const db = await database();
  const { count } = await db.giftCard.updateMany({
    where: { id, disabledAt: null },
    data: { disabledAt: new Date() },
  });
  if (count === 0 && (await db.giftCard.count({ where: { id } })) === 0) {
    throw new DomainError("not_found", "There is no such gift card.");
  }
}

export async function enableGiftCard({ id }: { id: string }): Promise<void> {
  const db = await database();
  await db.giftCard.updateMany({ where: { id }, data: { disabledAt: null } });
}
