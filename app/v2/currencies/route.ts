import { shopCurrencies } from "@/lib/money/currency";
import { answerAll } from "@/lib/dialects/elastic-path/answer-catalog";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { currencyJson } from "@/lib/dialects/elastic-path/json/catalog";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request) => {
  await requireShopper(request);
  return answerAll(request, shopCurrencies.map(currencyJson));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
