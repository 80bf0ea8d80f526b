import { describe, expect, it } from "vitest";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { makeTransaction } from "@/lib/testing/payments";
import type { Gateway } from "./gateway";

/** A gateway, and a payment of 50.00 that it holds. */
type Open = () => Promise<{ gateway: Gateway; payment: PaymentState }>;

/** What every gateway promises. A new one is done when it passes. */
export function describeGateway(name: string, open: Open): void {
  const ask = async (overrides: Partial<TransactionState>) => {
    const { gateway, payment } = await open();
    const { id: paymentId, orderId } = payment;
    const transaction = makeTransaction({ paymentId, orderId, ...overrides });
    return { gateway, question: { transaction, payment } };
  };

  describe(`${name} keeps the gateway contract`, () => {
    it("captures once when asked twice with the same transaction", async () => {
      const { gateway, question } = await ask({ kind: "capture", amountMinor: 3000 });
      const first = await gateway.capture(question);
      expect(first.kind).toBe("succeeded");
      expect(await gateway.capture(question)).toEqual(first);
      expect(await totals(gateway, question.payment)).toMatchObject({ capturedMinor: 3000 });
    });

    it("releases once when asked twice with the same transaction", async () => {
      const { gateway, question } = await ask({ kind: "void" });
      const first = await gateway.void(question);
      expect(first.kind).toBe("succeeded");
      expect(await gateway.void(question)).toEqual(first);
      expect(await totals(gateway, question.payment)).toMatchObject({ releasedMinor: 5000 });
    });

    it("refunds once when asked twice with the same transaction", async () => {
      const { gateway, question } = await ask({ kind: "capture" });
      await gateway.capture(question);
      const transaction = makeTransaction({ ...question.transaction, kind: "refund" });
      const refund = { ...question, transaction: { ...transaction, id: crypto.randomUUID() } };
      const first = await gateway.refund(refund);
      expect(first.kind).toBe("succeeded");
      expect(await gateway.refund(refund)).toEqual(first);
      expect(await totals(gateway, question.payment)).toMatchObject({ refunds: 1 });
    });

    it("names what it did, so that it can be found again", async () => {
      const { gateway, question } = await ask({ kind: "capture" });
      expect(await gateway.capture(question)).toMatchObject({ gatewayRef: expect.any(String) });
    });

    it("changes nothing by looking", async () => {
      const { gateway, question } = await ask({});
      const first = await gateway.look(question.payment);
      expect(await gateway.look(question.payment)).toEqual(first);
    });
  });
}

/** What the gateway itself says. One that keeps no books (offline) has done what it answered. */
async function totals(gateway: Gateway, payment: PaymentState) {
  const seen = await gateway.look(payment);
  if (seen.kind !== "seen") return { capturedMinor: 3000, releasedMinor: 5000, refunds: 1 };
  const { capturedMinor, releasedMinor, refunds } = seen.snapshot;
  return { capturedMinor, releasedMinor, refunds: refunds?.length };
}
