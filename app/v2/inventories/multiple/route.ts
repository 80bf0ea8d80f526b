import { answerStocks } from "@/lib/dialects/elastic-path/answer-products";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const POST = route(answerStocks);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
