import { preflight, route } from "@/lib/dialects/commerce-layer/route";
import { grantClientToken } from "@/lib/dialects/commerce-layer/token";
import {
  bodyOf,
  countTokenRequest,
  tokenRequest,
} from "@/lib/dialects/commerce-layer/token-requests";

export const POST = route("application/json", async (request: Request) => {
  const asked = await bodyOf(request, tokenRequest);
  const headers = await countTokenRequest(request.headers, asked.client_id);
  return Response.json(await grantClientToken(asked, request.headers), { headers });
});

export const OPTIONS = preflight;
