import { amountCommand } from "@/lib/dialects/card-present/commands";
import { paymentJson } from "@/lib/dialects/card-present/json";
import { captureRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { captureInPerson } from "@/lib/register/operations/capture";

export const POST = postRoute(captureRequest, async (body, asked) =>
  paymentJson(await captureInPerson(await amountCommand(body, asked))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
