import { revokeToken } from "@/lib/auth/api-clients/revoked-tokens";
import { endSession } from "@/lib/dialects/commerce-layer/customer-tokens";
import { preflight, route } from "@/lib/dialects/commerce-layer/route";
import { requireClient } from "@/lib/dialects/commerce-layer/token";
import { bodyOf, revokeRequest } from "@/lib/dialects/commerce-layer/token-requests";

export const POST = route("application/json", async (request: Request) => {
  const asked = await bodyOf(request, revokeRequest);
  await requireClient(asked);
  await revokeToken(asked.token);
  await endSession(asked.token);
  return Response.json({});
});

export const OPTIONS = preflight;
