import { afterEach, expect } from "vitest";
import { database } from "@/lib/db/client";
import { newId, newToken } from "@/lib/ids";
import type { PaymentState, TransactionKind, TransactionState } from "@/lib/payments/core/types";
import { auditGateways } from "@/lib/payments/audit";
import { checkInvariants } from "@/lib/payments/invariants";
import type { FlakyGateway } from "./flaky-gateway";

/** Factories: a test writes what matters to it, and these fill in the rest. */
export function makeTransaction(overrides: Partial<TransactionState> = {}): TransactionState {
  const status = overrides.status ?? "pending";
  const settled = status === "succeeded" || status === "failed";
  const now = new Date();
  return {
    id: newId(),
    paymentId: newId(),
    orderId: newId(),
    kind: "capture",
    status,
    currency: "USD",
    amountMinor: 5000,
    gatewayRef: null,
    request: {},
    idempotencyKey: null,
    requestHash: null,
    actor: "merchant:test",
    reason: null,
    note: null,
    mechanism: "automatic",
    failureCode: null,
    failureMessage: null,
    attempts: settled ? 1 : 0,
    nextLookAt: settled ? null : now,
    settledAt: settled ? now : null,
    createdAt: now,
    ...overrides,
  };
}

export function makePayment(overrides: Partial<PaymentState> = {}): PaymentState {
  return {
    id: newId(),
    orderId: newId(),
    gateway: "stripe",
    collectedBy: "api",
    method: "authorize",
    currency: "USD",
    amountMinor: 5000,
    authorizedMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    voidedMinor: 0,
    gatewayRef: null,
    sessionRef: null,
    sessionExpiresAt: null,
    nextAction: null,
    captureBefore: null,
    instrument: null,
    closedAt: null,
    reference: null,
    createdAt: new Date(),
    transactions: [],
    ...overrides,
  };
}

/** A card's payment that these have made; it may be captured several times. */
export function makePaymentOf(...transactions: TransactionState[]): PaymentState {
  const sum = (...kinds: TransactionKind[]) =>
    transactions
      .filter(({ kind, status }) => status === "succeeded" && kinds.includes(kind))
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
  return makePayment({
    transactions,
    authorizedMinor: sum("authorize", "purchase"),
    capturedMinor: sum("capture", "purchase"),
    refundedMinor: sum("refund"),
    voidedMinor: sum("void"),
    instrument: { kind: "card", brand: "visa", last4: "4242", multicapture: true },
  });
}

export type OrderSetup = {
  totalMinor?: number;
  currency?: string;
  quantity?: number;
  /** What is in stock before the order; the order does not reserve it. */
  onHand?: number;
  variantId?: string;
};

/** A product with stock, in the database. */
export async function createVariant(onHand: number): Promise<string> {
  const db = await database();
  const name = newToken();
  const product = await db.product.create({
    data: {
      slug: name,
      title: "Storm lamp",
      description: "A lamp.",
      category: { create: { slug: name, name: "Lamps", description: "" } },
    },
  });
  const variant = await db.variant.create({
    data: { productId: product.id, sku: name, stock: { create: { onHand } } },
  });
  return variant.id;
}

/** An incomplete order of one line, in the database. */
export async function createOrder(setup: OrderSetup = {}): Promise<string> {
  const { totalMinor = 5000, currency = "USD", quantity = 1, onHand = 10 } = setup;
  const variantId = setup.variantId ?? (await createVariant(onHand));
  const db = await database();
  const order = await db.order.create({
    data: {
      accessToken: newToken(),
      channel: "storefront",
      currency,
      email: "shopper@example.com",
      name: "Sam Shopper",
      billingAddress: {},
      subtotalMinor: BigInt(totalMinor),
      totalMinor: BigInt(totalMinor),
      lines: {
        create: {
          variantId,
          position: 0,
          sku: "LAMP",
          title: "Storm lamp",
          quantity,
          unitPriceMinor: BigInt(Math.floor(totalMinor / quantity)),
          totalMinor: BigInt(totalMinor),
        },
      },
    },
  });
  return order.id;
}

/** Every test that moves money ends with this. */
export async function expectSound(): Promise<void> {
  expect(await checkInvariants()).toEqual([]);
}

/** Store and gateways agree to the minor unit. */
export async function expectAgreement(since?: Date): Promise<void> {
  expect(await auditGateways(since)).toEqual([]);
}

/** Each test of a file ends with this: the network is whole again, the store sound, and gateways agree with it. */
export function endSoundly(gateway: FlakyGateway): void {
  afterEach(async () => {
    gateway.always(null);
    await expectSound();
    await expectAgreement();
  });
}
