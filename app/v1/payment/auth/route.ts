import { authCommand } from "@/lib/dialects/card-present/commands";
import { chargedJson } from "@/lib/dialects/card-present/json";
import { authRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { authorizeInPerson } from "@/lib/register/operations/authorize";

export const POST = postRoute(authRequest, async (body, asked) =>
  chargedJson(await authorizeInPerson(await authCommand(body, asked))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
