import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { RequestError } from "./errors";
import { requireTransaction } from "./queries/transactions";

/**
 * These clients can say of a capture that its money was taken elsewhere, and what they call it. All money of the
 * manual gateway is; what is taken at another gateway's own dashboard is found there, and told by nobody.
 */
type Which = { orderId: string; paymentId: string };
type Said = {
  custom_reference?: string | null | undefined;
  capture_mechanism?: "automatic" | "manual" | null | undefined;
};

/** @throws DomainError gateway_cannot, not_found */
export async function requireTakenElsewhere(which: Which, said: Said): Promise<void> {
  if (said.capture_mechanism !== "manual") return;
  const { gateway } = await requireTransaction({ ...which, transactionId: which.paymentId });
  if (gateway === "manual") return;
  const message = "What is captured at the gateway's own dashboard is found there by itself";
  throw new DomainError("gateway_cannot", message);
}

/** Kept beside what the program called the payment. */
export async function labelCapture({ paymentId }: Which, said: Said): Promise<void> {
  const label = {
    ...(said.custom_reference && { captureReference: said.custom_reference }),
    ...(said.capture_mechanism === "manual" && { captureMechanism: "manual" }),
  };
  if (Object.keys(label).length === 0) return;
  const db = await database();
  await db.$executeRaw`
    UPDATE payments SET client = client || ${JSON.stringify(label)}::jsonb
    WHERE id = ${paymentId}::uuid`;
}

/** Money that was taken elsewhere goes back elsewhere. @throws RequestError 400; DomainError not_found */
export async function requireRefundable(which: Which, amount: number | undefined): Promise<void> {
  if (amount === undefined) return;
  const { label } = await requireTransaction({ ...which, transactionId: which.paymentId });
  if (label.captureMechanism !== "manual") return;
  // As they write it, with the space at its end.
  const detail = "Unable to automatically refund a manually capture transaction ";
  throw new RequestError(400, [{ title: "Error while refunding", detail }]);
}
