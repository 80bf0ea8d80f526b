import { answerStock } from "@/lib/dialects/elastic-path/answer-products";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"productId">) => {
  return answerStock(request, (await params).productId);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
