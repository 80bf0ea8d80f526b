import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { currencySchema, type Currency } from "@/lib/money/currency";

/**
 * An order that a program fills bit by bit. It has its row, and so its id, from the beginning; its goods
 * are a named cart's, whose rules (stock, prices, codes) hold here too. After each change the order is
 * written anew from the cart, for as long as nothing was paid.
 */
export type DraftOrder = { id: string; cartRef: string; currency: Currency };

/** What a program says about its order that is no column of it. */
const draftClientSchema = z.object({
  paymentMethod: z.string().optional(),
  couponCode: z.string().optional(),
  cartUrl: z.string().optional(),
  returnUrl: z.string().optional(),
  termsUrl: z.string().optional(),
  privacyUrl: z.string().optional(),
  shippingAddressId: z.string().optional(),
  billingAddressId: z.string().optional(),
  /** The only country that the order may be sent to. */
  shippingCountryLock: z.string().optional(),
  /** From this moment on it is no draft any more. */
  expiresAt: z.iso.datetime().optional(),
  /** What a program shows about that. */
  expirationInfo: z.record(z.string(), z.json()).optional(),
});

export type DraftClient = z.infer<typeof draftClientSchema>;

const select = {
  id: true,
  status: true,
  payment: true,
  currency: true,
  client: true,
  cart: { select: { ref: true, expiresAt: true } },
} as const satisfies Prisma.OrderSelect;

/** A hold that was let go leaves nothing behind, and what only gift cards hold can be let go. */
const openPayments: readonly string[] = ["unpaid", "voided", "partially_authorized"];

export const isDraft = (order: { status: string; payment: string }) =>
  order.status === "incomplete" && openPayments.includes(order.payment);

/** @throws DomainError not_found; wrong_state when it cannot be changed any more */
export async function requireDraftOrder(orderId: string): Promise<DraftOrder> {
  const db = await database();
  const order = z.uuid().safeParse(orderId).success
    ? await db.order.findUnique({ where: { id: orderId }, select })
    : null;
  if (order === null) throw new DomainError("not_found", "There is no such order.");
  const { id, cart } = order;
  if (!isDraft(order) || cart === null || cart.expiresAt <= new Date()) throw notADraft();
  requireTime(readDraftClient(order.client));
  return { id, cartRef: cart.ref, currency: currencySchema.parse(order.currency) };
}

export const readDraftClient = (stored: unknown): DraftClient =>
  draftClientSchema.catch({}).parse(stored);

/** @throws DomainError wrong_state */
export function requireTime({ expiresAt }: DraftClient, now = new Date()): void {
  if (expiresAt === undefined || new Date(expiresAt) > now) return;
  throw new DomainError("wrong_state", "This order has expired.", { what: "Draft" });
}

/** @throws DomainError invalid_input with `field` */
export function requireCountry(
  { shippingCountryLock: lock }: DraftClient,
  address: { country: string } | null,
): void {
  if (lock === undefined || address === null || address.country === lock) return;
  const field = "shipping_address";
  throw new DomainError("invalid_input", `must be in ${lock}`, { field });
}

export const notADraft = () =>
  new DomainError("wrong_state", "This order cannot be changed any more.", { what: "Draft" });
