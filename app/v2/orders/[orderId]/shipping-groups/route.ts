import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { orderGroupsJson } from "@/lib/dialects/elastic-path/json/order";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId">) => {
  await requireBackend(request);
  return Response.json({ data: orderGroupsJson(await requireOrder(await orderPath(params))) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
