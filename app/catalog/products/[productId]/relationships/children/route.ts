import { answerAll } from "@/lib/dialects/elastic-path/answer-catalog";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireSellable } from "@/lib/dialects/elastic-path/queries/products";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"productId">) => {
  await requireShopper(request);
  await requireSellable((await params).productId);
  return answerAll(request, []);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
