import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { customerJson } from "@/lib/dialects/elastic-path/json/customer";
import { parseFilter } from "@/lib/dialects/elastic-path/lists/filter";
import { listJson, readPage, readSort } from "@/lib/dialects/elastic-path/lists/page";
import { makeCustomer } from "@/lib/dialects/elastic-path/make-customer";
import { customerSorts, findCustomers } from "@/lib/dialects/elastic-path/queries/customers";
import { customerRequest } from "@/lib/dialects/elastic-path/requests/customers";
import { jsonBody, others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  const { customer } = await requireCustomer(request);
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const filter = parseFilter(searchParams.get("filter"));
  const sort = readSort(searchParams, customerSorts);
  const { customers, total } = await findCustomers({
    ownId: customer?.id ?? null,
    filter,
    page,
    sort,
  });
  return Response.json(listJson(customers.map(customerJson), { request, page, total }));
});

export const POST = route(async (request) => {
  const caller = await requireShopper(request);
  const { data } = await jsonBody(request, customerRequest);
  const customer = await makeCustomer(caller, request, data);
  return Response.json({ data: customerJson(customer) }, { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
