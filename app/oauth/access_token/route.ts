import { grantToken } from "@/lib/auth/api-clients/grant-token";
import { grantedJson } from "@/lib/dialects/elastic-path/json/token";
import { tokenRequest } from "@/lib/dialects/elastic-path/requests/token";
import { others, route } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request) => {
  return Response.json(grantedJson(await grantToken(await tokenRequest(request))));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
