import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { catalogProductJson } from "@/lib/dialects/elastic-path/json/product";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route((request) => answerProducts(request, catalogProductJson));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
