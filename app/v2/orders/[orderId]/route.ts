import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { orMissing } from "@/lib/dialects/elastic-path/errors";
import { orderIncludes, orderJson } from "@/lib/dialects/elastic-path/json/order";
import { readIncludes } from "@/lib/dialects/elastic-path/lists/page";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { updateOrderRequest } from "@/lib/dialects/elastic-path/requests/orders";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { updateOrder } from "@/lib/dialects/elastic-path/update-order";

export const GET = route(async (request, { params }: Context<"orderId">) => {
  const { customer } = await requireCustomer(request);
  const order = await requireOrder(await orderPath(params), customer);
  const includes = readIncludes(new URL(request.url).searchParams);
  return Response.json({ data: orderJson(order), ...orderIncludes([order], includes) });
});

export const PUT = route(async (request, { params }: Context<"orderId">) => {
  const { actor } = await requireBackend(request);
  const orderId = await orderPath(params);
  const { data } = await jsonBody(request, updateOrderRequest);
  await orMissing(updateOrder({ orderId, actor }, data), () => requireOrder(orderId));
  return Response.json({ data: orderJson(await requireOrder(orderId)) });
});

export const { POST, PATCH, DELETE, OPTIONS } = others("GET", "PUT");
