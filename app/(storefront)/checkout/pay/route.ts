import type { NextRequest } from "next/server";
import { readCartRef } from "@/lib/cart/cookies";
import { requireTryLeft } from "@/lib/checkout/attempts";
import { withNotice } from "@/lib/checkout/notices";
import { openPayment } from "@/lib/checkout/operations/open-payment";
import { paymentPath } from "@/lib/checkout/payment-links";
import { payForm } from "@/lib/checkout/requests";
import { stepPath } from "@/lib/checkout/steps";
import { DomainError } from "@/lib/errors";
import { seeOther } from "@/lib/http/see-other";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { walletPayer } from "../payment/wallet-payer";

/**
 * Leads to the payment provider's own page. It needs nothing of the browser but a form, and decides
 * nothing of its own: who has the order's token may pay the order.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const asked = payForm.safeParse(Object.fromEntries(await request.formData()));
  const order = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (!asked.success || order === null) return seeOther("/cart");
  const { accessToken, id: orderId } = order;
  const here = paymentPath(accessToken, asked.data.from);
  try {
    const address = request.headers.get("x-forwarded-for") ?? "unknown";
    await requireTryLeft({ orderId, cartRef: await readCartRef(), address });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return seeOther(withNotice(here, "tooMany"));
  }
  const opened = await openPayment({
    order,
    collectedBy: "hosted",
    from: asked.data.from,
    payer: await walletPayer(),
  });
  switch (opened.is) {
    case "open":
      return seeOther(opened.payment.url ?? withNotice(here, "gateway"));
    case "over":
      return seeOther(`/orders/${accessToken}`);
    case "changed":
      return seeOther(withNotice(stepPath.shipping, "changed"));
    case "gateway_down":
      return seeOther(withNotice(here, "gateway"));
  }
}
