import type { PaymentMethod, PaymentState } from "@/lib/payments/core/types";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { findOwned } from "./cards";

export type ChargeSavedCard = {
  orderId: string;
  owner: string;
  cardId: string;
  /** Left out: everything that is still to pay. */
  amountMinor?: number | undefined;
  method: PaymentMethod;
  /** False: it will be captured once, whatever the settings say. */
  severalCaptures?: false | undefined;
  actor: string;
  idempotencyKey?: string | undefined;
};

/**
 * Pays an order with a card whose owner is away. Their bank may want them to be there: then the payment
 * has failed with the code `authentication_required`, and they are sent a link to pay themselves.
 *
 * @throws DomainError not_found, and as `payOrder` does
 */
export async function chargeSavedCard(command: ChargeSavedCard): Promise<PaymentState> {
  const { owner, cardId, ...order } = command;
  const { card, customer } = await findOwned({ owner, cardId });
  return payOrder({
    ...order,
    gateway: customer.gateway,
    source: card.gatewayRef,
    customerRef: customer.gatewayRef,
    offSession: true,
  });
}
