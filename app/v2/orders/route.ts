import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { orderIncludes, orderJson } from "@/lib/dialects/elastic-path/json/order";
import { parseFilter } from "@/lib/dialects/elastic-path/lists/filter";
import { listJson, readIncludes, readPage, readSort } from "@/lib/dialects/elastic-path/lists/page";
import { findClientOrders, orderSorts } from "@/lib/dialects/elastic-path/queries/orders";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  const { customer } = await requireCustomer(request);
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const filter = parseFilter(searchParams.get("filter"));
  const sort = readSort(searchParams, orderSorts);
  const { orders, total } = await findClientOrders({ owner: customer, page, filter, sort });
  const included = orderIncludes(orders, readIncludes(searchParams));
  return Response.json({
    ...listJson(orders.map(orderJson), { request, page, total }),
    ...included,
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
