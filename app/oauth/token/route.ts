import { preflight, route } from "@/lib/dialects/commerce-layer/route";
import { bodyOf, grantClientToken, tokenRequest } from "@/lib/dialects/commerce-layer/token";

export const POST = route("application/json", async (request: Request) =>
  Response.json(await grantClientToken(await bodyOf(request, tokenRequest))),
);

export const OPTIONS = preflight;
