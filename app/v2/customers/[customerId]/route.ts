import { customerPath } from "@/lib/dialects/elastic-path/customer";
import { customerJson } from "@/lib/dialects/elastic-path/json/customer";
import { requireCustomerRow } from "@/lib/dialects/elastic-path/queries/customers";
import { changeCustomerRequest } from "@/lib/dialects/elastic-path/requests/customers";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { changeAccount, deleteAccount } from "@/lib/shoppers/operations/change-account";

export const GET = route(async (request, { params }: Context<"customerId">) => {
  const { customerId } = await customerPath(request, params);
  return Response.json({ data: customerJson(await requireCustomerRow(customerId)) });
});

export const PUT = route(async (request, { params }: Context<"customerId">) => {
  const { customerId: shopperId, customer } = await customerPath(request, params);
  const { name, email, password } = (await jsonBody(request, changeCustomerRequest)).data;
  const keepToken = customer?.token ?? null;
  await changeAccount({ shopperId, name, email, password, keepToken });
  return Response.json({ data: customerJson(await requireCustomerRow(shopperId)) });
});

export const DELETE = route(async (request, { params }: Context<"customerId">) => {
  const { customerId } = await customerPath(request, params);
  await deleteAccount(customerId);
  return new Response(null, { status: 204 });
});

export const { POST, PATCH, OPTIONS } = others("GET", "PUT", "DELETE");
