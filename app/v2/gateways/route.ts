import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { gatewayJson } from "@/lib/dialects/elastic-path/json/gateway";
import { gatewaySlug } from "@/lib/dialects/elastic-path/requests/gateways";
import { others, route } from "@/lib/dialects/elastic-path/route";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";

export const GET = route(async (request) => {
  await requireBackend(request);
  const states = await gatewayStates();
  return Response.json({ data: gatewaySlug.options.map((slug) => gatewayJson(slug, states)) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
