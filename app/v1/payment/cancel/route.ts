import { amountCommand } from "@/lib/dialects/card-present/commands";
import { paymentJson } from "@/lib/dialects/card-present/json";
import { cancelRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { cancelInPerson } from "@/lib/register/operations/cancel";

export const POST = postRoute(cancelRequest, async (body, asked) =>
  paymentJson(await cancelInPerson(await amountCommand(body, asked))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
