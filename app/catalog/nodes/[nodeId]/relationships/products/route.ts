import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { catalogProductJson } from "@/lib/dialects/elastic-path/json/product";
import { requireCategory } from "@/lib/dialects/elastic-path/queries/categories";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"nodeId">) => {
  await requireShopper(request);
  const { id } = await requireCategory((await params).nodeId);
  return answerProducts(request, catalogProductJson, id);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
