import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { nodeJson } from "@/lib/dialects/elastic-path/json/catalog";
import { requireCategory } from "@/lib/dialects/elastic-path/queries/categories";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"nodeId">) => {
  await requireShopper(request);
  return Response.json({ data: nodeJson(await requireCategory((await params).nodeId)) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
