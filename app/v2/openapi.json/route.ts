import { openApiDocument } from "@/lib/dialects/elastic-path/openapi/document";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const GET = route(() => Promise.resolve(Response.json(openApiDocument())));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
