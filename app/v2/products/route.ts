import { answerProducts } from "@/lib/dialects/elastic-path/answer-products";
import { legacyProductJson } from "@/lib/dialects/elastic-path/json/product";
import { preflight, route } from "@/lib/dialects/elastic-path/route";

export const GET = route((request) => answerProducts(request, legacyProductJson));

export const OPTIONS = preflight;
