import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { changeGateway, gatewayPath } from "@/lib/dialects/elastic-path/change-gateway";
import { gatewayJson } from "@/lib/dialects/elastic-path/json/gateway";
import { gatewayRequest } from "@/lib/dialects/elastic-path/requests/gateways";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";

export const GET = route(async (request, { params }: Context<"slug">) => {
  await requireBackend(request);
  const slug = await gatewayPath(params);
  return Response.json({ data: gatewayJson(slug, await gatewayStates()) });
});

export const PUT = route(async (request, { params }: Context<"slug">) => {
  await requireBackend(request);
  const slug = await gatewayPath(params);
  const { data } = await jsonBody(request, gatewayRequest);
  await changeGateway(slug, data);
  return Response.json({ data: gatewayJson(slug, await gatewayStates()) });
});

export const { POST, PATCH, DELETE, OPTIONS } = others("GET", "PUT");
