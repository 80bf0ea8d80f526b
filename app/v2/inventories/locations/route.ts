import { answerAll } from "@/lib/dialects/elastic-path/answer-catalog";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  await requireShopper(request);
  return answerAll(request, []);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
