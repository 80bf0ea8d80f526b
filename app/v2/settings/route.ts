import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { settingsJson } from "@/lib/dialects/elastic-path/json/settings";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  await requireBackend(request);
  return Response.json({ data: settingsJson() });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
