import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { releaseJson } from "@/lib/dialects/elastic-path/json/catalog";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  await requireShopper(request);
  return Response.json({ data: releaseJson() });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
