import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { catalogProductJson } from "@/lib/dialects/elastic-path/json/product";
import { preflight, route } from "@/lib/dialects/elastic-path/route";

export const GET = route((request) => answerProducts(request, catalogProductJson));

export const OPTIONS = preflight;
