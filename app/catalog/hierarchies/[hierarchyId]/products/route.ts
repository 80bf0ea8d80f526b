import { requireHierarchy } from "@/lib/dialects/elastic-path/answer-catalog";
import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { catalogProductJson } from "@/lib/dialects/elastic-path/json/product";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"hierarchyId">) => {
  await requireShopper(request);
  requireHierarchy((await params).hierarchyId);
  return answerProducts(request, catalogProductJson);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
