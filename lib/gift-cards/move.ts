import { toMinor } from "@/lib/db/minor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";

/**
 * What moves a gift card's balance. Holding takes at once, so that nobody spends it twice; taking what was
 * held leaves the balance as it is; letting go and refunding give it back. Each movement belongs to one
 * transaction of a payment, and asking twice for the same one does it once.
 */
export type GiftCardMove = {
  kind: "authorize" | "purchase" | "capture" | "void" | "refund";
  /** What is asked for; a void lets go of all that is held. */
  amountMinor: number;
  currency: string;
  transactionId: string;
  paymentId: string;
  orderId: string;
};

export type Moved = { is: "moved" } | { is: "refused"; code: string; message: string };

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** `giftCardId` names the card of a new payment; what comes after it is about the same card. */
export async function moveGiftCard(move: GiftCardMove, giftCardId: string | null): Promise<Moved> {
  try {
    await inTransaction((tx) => moveIn(tx, move, giftCardId));
    return { is: "moved" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { is: "refused", code: error.code, message: error.message };
  }
}

async function moveIn(tx: Tx, move: GiftCardMove, named: string | null): Promise<void> {
  const { transactionId, paymentId } = move;
  const isFirst = move.kind === "authorize" || move.kind === "purchase";
  const id = isFirst ? named : await cardOf(tx, paymentId);
  if (id === null) throw new Refused("card_not_found", "There is no such gift card.");
  // Everything about one card queues here: two tabs, two processes, two questions of recovery.
  await tx.$queryRaw`SELECT id FROM gift_cards WHERE id = ${id}::uuid FOR UPDATE`;
  if ((await tx.giftCardMovement.count({ where: { transactionId } })) > 0) return;
  const { changeMinor, movedMinor } = isFirst
    ? { changeMinor: -move.amountMinor, movedMinor: move.amountMinor }
    : await afterwards(tx, move);
  await changeBalance(tx, id, move, changeMinor);
  await tx.giftCardMovement.create({
    data: {
      id: newId(),
      giftCardId: id,
      kind: move.kind,
      amountMinor: BigInt(changeMinor),
      movedMinor: BigInt(movedMinor),
      transactionId,
      paymentId,
      orderId: move.orderId,
    },
  });
}

async function cardOf(tx: Tx, paymentId: string): Promise<string | null> {
  const first = await tx.giftCardMovement.findFirst({
    where: { paymentId },
    select: { giftCardId: true },
  });
  return first?.giftCardId ?? null;
}

/** What a capture, a void or a refund does to the balance. @throws Refused */
async function afterwards(tx: Tx, { kind, amountMinor, paymentId }: GiftCardMove) {
  const { heldMinor, capturedMinor, refundedMinor } = paymentTotals(
    await paymentMovements(tx, paymentId),
  );
  switch (kind) {
    case "capture":
      if (amountMinor > heldMinor) throw new Refused("not_held", "Less than that is held.");
      // What is not taken goes back at once, as with a card.
      return { changeMinor: heldMinor - amountMinor, movedMinor: amountMinor };
    case "void":
      if (heldMinor === 0) throw new Refused("not_held", "Nothing is held.");
      return { changeMinor: heldMinor, movedMinor: heldMinor };
    default:
      if (amountMinor > capturedMinor - refundedMinor) {
        throw new Refused("not_captured", "Less than that was taken.");
      }
      return { changeMinor: amountMinor, movedMinor: amountMinor };
  }
}

/**
 * One conditional statement: whoever comes second finds what the first one left. Money goes back to a card
 * that has expired or was disabled, but none comes from it. @throws Refused
 */
async function changeBalance(tx: Tx, id: string, move: GiftCardMove, changeMinor: number) {
  if (changeMinor === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE gift_cards SET balance_minor = balance_minor + ${changeMinor}, updated_at = now()
    WHERE id = ${id}::uuid AND balance_minor + ${changeMinor} >= 0 AND (
      ${changeMinor} > 0 OR (
        currency = ${move.currency} AND disabled_at IS NULL
        AND (expires_at IS NULL OR expires_at > now())
      )
    )`;
  if (changed === 0) {
    throw new Refused("balance_too_low", "The gift card does not cover this amount any more.");
  }
}

export type PaymentMovement = {
  kind: string;
  changeMinor: number;
  movedMinor: number;
  transactionId: string;
  last4: string;
};

/** What a card did for one payment, oldest first. */
export async function paymentMovements(tx: Tx, paymentId: string): Promise<PaymentMovement[]> {
  const rows = await tx.giftCardMovement.findMany({
    where: { paymentId },
    orderBy: { id: "asc" },
    select: {
      kind: true,
      amountMinor: true,
      movedMinor: true,
      transactionId: true,
      giftCard: { select: { last4: true } },
    },
  });
  return rows.map((row) => ({
    kind: row.kind,
    changeMinor: toMinor(row.amountMinor),
    movedMinor: toMinor(row.movedMinor),
    transactionId: row.transactionId ?? "",
    last4: row.giftCard.last4,
  }));
}

export function paymentTotals(movements: readonly PaymentMovement[]) {
  const sum = (...kinds: string[]) =>
    movements
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((total, { movedMinor }) => total + movedMinor, 0);
  const authorizedMinor = sum("authorize", "purchase");
  const capturedMinor = sum("capture", "purchase");
  const leftByCapture = movements
    .filter(({ kind }) => kind === "capture")
    .reduce((total, { changeMinor }) => total + changeMinor, 0);
  const releasedMinor = sum("void") + leftByCapture;
  const heldMinor = authorizedMinor - capturedMinor - releasedMinor;
  return { authorizedMinor, capturedMinor, releasedMinor, heldMinor, refundedMinor: sum("refund") };
}
