import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { requireGroup } from "@/lib/dialects/elastic-path/json/cart-extras";
import { orderGroupsJson } from "@/lib/dialects/elastic-path/json/order";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId" | "groupId">) => {
  const { customer } = await requireCustomer(request);
  const groups = orderGroupsJson(await requireOrder(await orderPath(params), customer));
  return Response.json({ data: requireGroup(groups, (await params).groupId) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
