import { saveCardCommand } from "@/lib/dialects/card-present/commands";
import { cardListJson, keptCardJson } from "@/lib/dialects/card-present/json";
import { cardsQuery, nowhere, saveCardRequest } from "@/lib/dialects/card-present/requests";
import { getRoute, others, postRoute } from "@/lib/dialects/card-present/route";
import { cardsOf } from "@/lib/register/customers";
import { saveCard } from "@/lib/register/operations/save-card";

export const POST = postRoute(saveCardRequest, async (body, asked) =>
  keptCardJson(await saveCard(saveCardCommand(body, asked)), body.external_customer_id),
);

export const GET = getRoute(cardsQuery, nowhere, async (query, _path, { account }) =>
  cardListJson(await cardsOf(account, query.external_customer_id), query.external_customer_id),
);

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
