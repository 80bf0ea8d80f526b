import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { orderGroupsJson } from "@/lib/dialects/elastic-path/json/order";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId">) => {
  const { customer } = await requireCustomer(request);
  return Response.json({
    data: orderGroupsJson(await requireOrder(await orderPath(params), customer)),
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
