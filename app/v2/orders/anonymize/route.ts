import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { orderJson } from "@/lib/dialects/elastic-path/json/order";
import { findOrdersById } from "@/lib/dialects/elastic-path/queries/orders";
import { anonymizeRequest } from "@/lib/dialects/elastic-path/requests/orders";
import { jsonBody, others, route } from "@/lib/dialects/elastic-path/route";
import { anonymizeOrders } from "@/lib/orders/operations/anonymize-orders";

export const POST = route(async (request) => {
  const { actor } = await requireBackend(request);
  const { order_ids: orderIds } = (await jsonBody(request, anonymizeRequest)).data;
  await anonymizeOrders({ orderIds, actor });
  return Response.json({ data: (await findOrdersById(orderIds)).map(orderJson) });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
