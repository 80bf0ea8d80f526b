import { answerCategories } from "@/lib/dialects/elastic-path/answer-catalog";
import { nodeJson } from "@/lib/dialects/elastic-path/json/catalog";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  return answerCategories(request, nodeJson);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
