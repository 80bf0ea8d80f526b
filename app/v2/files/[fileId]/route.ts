import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { fileJson } from "@/lib/dialects/elastic-path/json/product";
import { requireFile } from "@/lib/dialects/elastic-path/queries/files";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"fileId">) => {
  await requireShopper(request);
  return Response.json({ data: fileJson(await requireFile((await params).fileId)) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
