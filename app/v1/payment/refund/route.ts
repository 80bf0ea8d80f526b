import { amountCommand } from "@/lib/dialects/card-present/commands";
import { paymentJson } from "@/lib/dialects/card-present/json";
import { refundRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { refundInPerson } from "@/lib/register/operations/refund";

export const POST = postRoute(refundRequest, async (body, asked) => {
  const { reason, external_refund_id: key } = body;
  return paymentJson(await refundInPerson({ ...(await amountCommand(body, asked)), reason, key }));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
