import { placeClientOrder } from "@/lib/checkout/operations/place-client-order";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { buyerOf } from "@/lib/dialects/elastic-path/buyer";
import { orderJson } from "@/lib/dialects/elastic-path/json/order";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { checkoutRequest, orderDetailsOf } from "@/lib/dialects/elastic-path/requests/orders";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request, { params }: Context<"ref">) => {
  const caller = await requireShopper(request);
  const cartRef = await cartPath(params);
  const { data } = await jsonBody(request, checkoutRequest);
  const details = orderDetailsOf(data, await buyerOf(caller, request, data));
  const { actor } = caller;
  const { id } = await placeClientOrder({ details, cartRef, channel: "elastic_path", actor });
  return Response.json({ data: orderJson(await requireOrder(id)) }, { status: 201 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
