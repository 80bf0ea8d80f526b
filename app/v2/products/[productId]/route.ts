import { answerProduct } from "@/lib/dialects/elastic-path/answer-products";
import { legacyProductJson } from "@/lib/dialects/elastic-path/json/product";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"productId">) => {
  return answerProduct(request, (await params).productId, legacyProductJson);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
