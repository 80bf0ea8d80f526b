import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { fileJson } from "@/lib/dialects/elastic-path/json/product";
import { listJson, readPage } from "@/lib/dialects/elastic-path/lists/page";
import { findFiles } from "@/lib/dialects/elastic-path/queries/files";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  await requireShopper(request);
  const page = readPage(new URL(request.url).searchParams);
  const { rows, total } = await findFiles(page);
  return Response.json(listJson(rows.map(fileJson), { request, page, total }));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
