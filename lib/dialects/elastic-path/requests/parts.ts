import { z } from "zod";
import { DomainError } from "@/lib/errors";

/** Eight digits: what Stripe takes in one charge in most currencies. */
export const amountMinor = z.int().positive().max(99_999_999);

/** What clients send where they have nothing to say. */
export const text = (longest: number) => z.string().trim().max(longest);
export const optionalText = (longest: number) => text(longest).nullish();

/** Any program names its own carts; the official clients make 32 hexadecimal digits up. */
export const cartRef = z.string().regex(/^[\w-]{1,128}$/);

type Missing = { what: string; detail: string };

/** A path that cannot lead anywhere leads nowhere: not found, rather than badly asked. */
export function requirePath<T extends z.ZodType>(
  schema: T,
  value: unknown,
  { what, detail }: Missing,
): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DomainError("not_found", detail, { what });
  return parsed.data;
}

const orderMissing = { what: "Not Found", detail: "Order not found" };
const transactionMissing = { what: "Not Found", detail: "Transaction not found" };

export async function orderPath(params: Promise<{ orderId: string }>): Promise<string> {
  return requirePath(z.uuid(), (await params).orderId, orderMissing);
}

type TransactionParams = Promise<{ orderId: string; transactionId: string }>;

export async function transactionPath(params: TransactionParams) {
  const { orderId, transactionId } = await params;
  return {
    orderId: requirePath(z.uuid(), orderId, orderMissing),
    transactionId: requirePath(z.uuid(), transactionId, transactionMissing),
  };
}

/** @throws DomainError not_found */
export async function cartPath(params: Promise<{ ref: string }>): Promise<string> {
  const detail = "A cart's reference has up to 128 letters, digits, - and _";
  const parsed = cartRef.safeParse((await params).ref);
  if (!parsed.success) throw new DomainError("invalid_input", detail);
  return parsed.data;
}
