import type { GatewayDisputeMovement } from "./gateway-answers";
import type { Mechanism, PaymentState, TransactionKind } from "./types";

/**
 * The ledger: one balanced entry for each movement that succeeded, debits positive. What is held at a
 * gateway is no money yet, so it stands in a pair of accounts of its own that end at zero.
 */
export type Account =
  | "gateway_clearing"
  | "offline_clearing"
  | "gift_cards"
  | "returned_elsewhere"
  | "gateway_fees"
  | "sales"
  | "refunds"
  | "gateway_holds"
  | "orders_held"
  | "disputed";

export type Posting = { account: Account; minor: number };
export type LedgerEntry = { kind: string; postings: Posting[] };

type Movement = {
  kind: TransactionKind;
  amountMinor: number;
  mechanism: Mechanism;
  gateway: PaymentState["gateway"];
};

/** Who owes us what was captured. What a gift card pays is no longer owed to whoever has it. */
const clearings = {
  manual: "offline_clearing",
  gift_card: "gift_cards",
  stripe: "gateway_clearing",
  stripe_connect: "gateway_clearing",
} as const satisfies Record<Movement["gateway"], Account>;
const clearing = (gateway: Movement["gateway"]): Account => clearings[gateway];

const hold = (minor: number): Posting[] => [
  { account: "gateway_holds", minor },
  { account: "orders_held", minor: -minor },
];

const sale = ({ gateway, amountMinor }: Movement): Posting[] => [
  { account: clearing(gateway), minor: amountMinor },
  { account: "sales", minor: -amountMinor },
];

const refund = ({ gateway, mechanism, amountMinor }: Movement): Posting[] => [
  { account: "refunds", minor: amountMinor },
  {
    account: mechanism === "manual" ? "returned_elsewhere" : clearing(gateway),
    minor: -amountMinor,
  },
];

const postings = {
  authorize: ({ amountMinor }) => hold(amountMinor),
  purchase: sale,
  capture: (movement) => [...sale(movement), ...hold(-movement.amountMinor)],
  void: ({ amountMinor }) => hold(-amountMinor),
  refund,
} as const satisfies Record<TransactionKind, (movement: Movement) => Posting[]>;

export function entryForMovement(movement: Movement): LedgerEntry {
  return balanced(movement.kind, postings[movement.kind](movement));
}

/** A refund that the bank sent back: the opposite of its entry. */
export function entryForReversal(movement: Movement): LedgerEntry {
  const opposite = refund(movement).map(({ account, minor }) => ({ account, minor: -minor }));
  return balanced("reversal", opposite);
}

/** `feeMinor` is what is new about the fee; `sequence` tells the entries of one transaction apart. */
export function entryForFee(feeMinor: number, sequence: number): LedgerEntry {
  return balanced(sequence === 0 ? "fee" : `fee_${sequence}`, [
    { account: "gateway_fees", minor: feeMinor },
    { account: "gateway_clearing", minor: -feeMinor },
  ]);
}

/** Every movement of a dispute is an entry of its own, named by the gateway's id for it. */
export const DISPUTE_ENTRY = "dispute:";

/** What the shopper's bank took, or gave back (negative), and what the gateway charged for that. */
export function entryForDispute(movement: GatewayDisputeMovement): LedgerEntry {
  const { ref, takenMinor, feeMinor } = movement;
  const lines: Posting[] = [
    { account: "disputed", minor: takenMinor },
    { account: "gateway_clearing", minor: -takenMinor - feeMinor },
  ];
  if (feeMinor !== 0) lines.push({ account: "gateway_fees", minor: feeMinor });
  return balanced(`${DISPUTE_ENTRY}${ref}`, lines);
}

/** @throws Error when it is off: such an entry is a bug and must not be stored. */
export function balanced(kind: string, lines: Posting[]): LedgerEntry {
  const sum = lines.reduce((total, { minor }) => total + minor, 0);
  if (sum !== 0) throw new Error(`The ${kind} entry is off by ${sum}.`);
  return { kind, postings: lines };
}
