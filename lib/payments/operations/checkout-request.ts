import type { Tx } from "@/lib/db/transaction";
import type { PageRequest, PaymentMethod, TransactionRequest } from "@/lib/payments/core/types";
import type { GatewaySettings } from "@/lib/payments/store/gateway-settings";
import type { StoreSettings } from "@/lib/store-settings/schema";
import type { StartCheckoutPayment } from "./start-checkout-payment";

export type CheckoutSettings = { gateways: GatewaySettings; store: StoreSettings };

/** Whether money moves at once, and what the gateway is told beside the amount. */
export type CheckoutRequest = { method: PaymentMethod; request: TransactionRequest };

/**
 * What a checkout page asks for, by the settings and the goods of this moment. It is stored with the
 * payment, so asking again after a lost answer asks the same.
 */
export async function checkoutRequest(
  tx: Tx,
  command: StartCheckoutPayment,
  { gateways, store }: CheckoutSettings,
): Promise<CheckoutRequest> {
  const { returnUrl, cancelUrl, customerRef, keepCard } = command;
  const lines = await tx.orderLine.findMany({
    where: { orderId: command.orderId },
    select: {
      variantId: true,
      variant: { select: { product: { select: { captureLater: true } } } },
    },
  });
  const { checkoutMethod, captureWhen, severalCaptures } = gateways.stripe;
  // One piece that is made to order makes the whole order one: a card is charged when it leaves.
  const waits = lines.some(({ variant }) => variant?.product.captureLater === true);
  const method = waits ? "authorize" : checkoutMethod;
  const byItself = !waits && method === "authorize" && captureWhen === "stock_confirmed";
  const variantIds = lines.flatMap(({ variantId }) => variantId ?? []);
  const prices = store.syncCatalog ? await knownPrices(tx, command.orderId, variantIds) : [];
  const page: PageRequest = {
    ...(store.methods.length > 0 && { methods: store.methods }),
    ...(command.collectedBy !== "elements" && { branding: store.branding, texts: store.texts }),
    ...(prices.length > 0 && { prices }),
    ...(customerRef && keepCard && { keepCard }),
  };
  return {
    method,
    request: {
      returnUrl,
      cancelUrl,
      severalCaptures,
      ...(customerRef && { customerRef }),
      ...(byItself && { captureWhenPlaced: true }),
      ...(Object.keys(page).length > 0 && { page }),
    },
  };
}

async function knownPrices(tx: Tx, orderId: string, variantIds: string[]) {
  const { currency } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { currency: true },
  });
  const rows = await tx.gatewayPrice.findMany({
    where: { gateway: "stripe", variantId: { in: variantIds }, currency },
    select: { variantId: true, amountMinor: true, gatewayRef: true },
  });
  return rows.map(({ variantId, amountMinor, gatewayRef }) => {
    return { variantId, unitMinor: Number(amountMinor), ref: gatewayRef };
  });
}
