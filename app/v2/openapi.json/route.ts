import { openApiDocument } from "@/lib/dialects/elastic-path/openapi/document";
import { preflight, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(() => Promise.resolve(Response.json(openApiDocument())));

export const OPTIONS = preflight;
