import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { beginCartPayment } from "@/lib/dialects/elastic-path/cart-payment";
import { cartPaymentRequest } from "@/lib/dialects/elastic-path/requests/payments";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request, { params }: Context<"ref">) => {
  const { actor } = await requireShopper(request);
  const cartRef = await cartPath(params);
  const { data } = await jsonBody(request, cartPaymentRequest);
  const answer = await beginCartPayment(request, { cartRef, actor, data });
  return Response.json(answer, { status: 201 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
