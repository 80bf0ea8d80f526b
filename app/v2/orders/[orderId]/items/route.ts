import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { orderItemsJson } from "@/lib/dialects/elastic-path/json/order-item";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId">) => {
  const { customer } = await requireCustomer(request);
  const order = await requireOrder(await orderPath(params), customer);
  return Response.json({ data: orderItemsJson(order) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
