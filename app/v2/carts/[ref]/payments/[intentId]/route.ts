import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { beginCartPayment } from "@/lib/dialects/elastic-path/cart-payment";
import { cartPaymentRequest } from "@/lib/dialects/elastic-path/requests/payments";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

/** The answer may name another intent than the path: what was begun for another amount is closed. */
export const PUT = route(async (request, { params }: Context<"ref" | "intentId">) => {
  const { actor } = await requireShopper(request);
  const [cartRef, { intentId: insteadOf }] = [await cartPath(params), await params];
  const { data } = await jsonBody(request, cartPaymentRequest);
  return Response.json(await beginCartPayment(request, { cartRef, actor, data, insteadOf }));
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = others("PUT");
