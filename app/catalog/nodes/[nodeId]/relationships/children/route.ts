import { answerAll } from "@/lib/dialects/elastic-path/answer-catalog";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireCategory } from "@/lib/dialects/elastic-path/queries/categories";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"nodeId">) => {
  await requireShopper(request);
  await requireCategory((await params).nodeId);
  return answerAll(request, []);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
