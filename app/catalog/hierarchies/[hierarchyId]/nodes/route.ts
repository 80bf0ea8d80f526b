import { answerCategories, requireHierarchy } from "@/lib/dialects/elastic-path/answer-catalog";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { nodeJson } from "@/lib/dialects/elastic-path/json/catalog";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"hierarchyId">) => {
  await requireShopper(request);
  requireHierarchy((await params).hierarchyId);
  return answerCategories(request, nodeJson);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
