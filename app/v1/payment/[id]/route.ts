import { intentJson } from "@/lib/dialects/card-present/json";
import { accountQuery, paymentPath } from "@/lib/dialects/card-present/requests";
import { getRoute, others } from "@/lib/dialects/card-present/route";
import { requireInPerson } from "@/lib/register/in-person";
import { lookInPerson } from "@/lib/register/operations/look";

export const GET = getRoute(accountQuery, paymentPath, async (_query, { id }, { account }) =>
  intentJson(await lookInPerson(account, await requireInPerson(account, { gatewayRef: id }))),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
