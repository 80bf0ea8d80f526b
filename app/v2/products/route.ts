import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { legacyProductJson } from "@/lib/dialects/elastic-path/json/product";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route((request) => answerProducts(request, legacyProductJson));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
