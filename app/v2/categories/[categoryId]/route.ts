import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { categoryJson } from "@/lib/dialects/elastic-path/json/catalog";
import { requireCategory } from "@/lib/dialects/elastic-path/queries/categories";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"categoryId">) => {
  await requireShopper(request);
  return Response.json({ data: categoryJson(await requireCategory((await params).categoryId)) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
