import { setupRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { beginCardSetup } from "@/lib/register/operations/save-card";

export const POST = postRoute(setupRequest, async (body, { account }) => {
  const { external_customer_id: externalCustomerId, external_transaction_id: key } = body;
  const { ref, clientSecret } = await beginCardSetup({ account, externalCustomerId, key });
  return { setup_id: ref, client_secret: clientSecret, external_transaction_id: key };
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
