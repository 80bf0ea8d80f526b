import type { Instrument, NextAction } from "./types";

/** What a gateway says, in our words: `gateways/*` turn its own into these. */
export type GatewayRefund = {
  ref: string;
  amountMinor: number;
  status: "pending" | "succeeded" | "failed";
  /** Our transaction's id, when we asked for it. */
  askedBy: string | null;
  reason: string | null;
};

export type GatewayDispute = {
  ref: string;
  amountMinor: number;
  /** The gateway's word: needs_response, won, lost, … */
  status: string;
  reason: string;
  respondBy: Date | null;
  movements: GatewayDisputeMovement[];
};

/** Money that a dispute has moved; each has an id of its own at the gateway and happens once. */
export type GatewayDisputeMovement = {
  ref: string;
  /** What was taken from us; negative when it was given back. */
  takenMinor: number;
  /** What the gateway charged for it; negative when it gave that back. */
  feeMinor: number;
};

export type Failure = { code: string; message: string };

/**
 * Everything that a gateway knows about one payment, as totals. All of them only grow, so a snapshot
 * that was read too early is never wrong, only incomplete.
 */
export type GatewaySnapshot = {
  gatewayRef: string | null;
  sessionRef: string | null;
  state: "collecting" | "requires_action" | "processing" | "authorized" | "captured" | "closed";
  currency: string;
  /** All that was ever held or taken. */
  authorizedMinor: number;
  capturedMinor: number;
  /** The part of what was held that will never be captured. */
  releasedMinor: number;
  /** Which of our transactions the gateway has captured for. */
  capturedFor: { transactionId: string; amountMinor: number }[];
  /** Null: not looked at. */
  refunds: GatewayRefund[] | null;
  /** Null: not known yet. */
  feeMinor: number | null;
  disputes: GatewayDispute[];
  captureBefore: Date | null;
  instrument: Instrument | null;
  nextAction: NextAction | null;
  failure: Failure | null;
  /** The hold ran out, rather than being cancelled by somebody. */
  expired: boolean;
  /** What a reader asks for, with the tip that was added at it; only while and after a reader collects. */
  asked?: { amountMinor: number; tipMinor: number } | undefined;
  /** The gateway's own page or form that collects it, where there is one. */
  page?: PageSeen | undefined;
};

/** What a payment form shows of itself. */
export type PageSeen = {
  /** The last amendment that has reached it. */
  amendmentId: string | null;
  totalMinor: number;
  /** False: it is paid or over, and no update can reach it any more. */
  isOpen: boolean;
};

/** "unknown" means that the request left us and no answer came. It is never a failure. */
export type GatewayAnswer =
  | { kind: "succeeded"; gatewayRef: string; snapshot: GatewaySnapshot | null }
  | { kind: "pending"; gatewayRef: string; snapshot: GatewaySnapshot | null }
  | { kind: "seen"; snapshot: GatewaySnapshot }
  | { kind: "declined"; failure: Failure; snapshot: GatewaySnapshot | null }
  | { kind: "unknown"; cause: string };

/** "nothing": the gateway has no trace of this payment. */
export type GatewayLook =
  | { kind: "seen"; snapshot: GatewaySnapshot }
  | { kind: "nothing" }
  | { kind: "unknown"; cause: string };
