import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { countedAddress } from "@/lib/dialects/elastic-path/customer";
import { customerTokenJson } from "@/lib/dialects/elastic-path/json/customer";
import { customerTokenRequest } from "@/lib/dialects/elastic-path/requests/customers";
import { jsonBody, others, route } from "@/lib/dialects/elastic-path/route";
import { signInShopperForToken } from "@/lib/shoppers/operations/sign-in";

export const POST = route(async (request) => {
  const caller = await requireShopper(request);
  const { data } = await jsonBody(request, customerTokenRequest);
  const token = await signInShopperForToken(data, countedAddress(caller, request));
  return Response.json({ data: customerTokenJson(token) });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
