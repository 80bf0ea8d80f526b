import { chargedJson, intentJson } from "@/lib/dialects/card-present/json";
import { beginCommand, changeCommand } from "@/lib/dialects/card-present/commands";
import { changeRequest, intentRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { changeInPerson } from "@/lib/register/operations/change-amount";

export const POST = postRoute(intentRequest, async (body, asked) =>
  chargedJson(await beginPayment(beginCommand(body, asked))),
);

export const PUT = postRoute(changeRequest, async (body, asked) =>
  intentJson(await changeInPerson(await changeCommand(body, asked))),
);

export const { GET, PATCH, DELETE, OPTIONS } = others("POST", "PUT");
