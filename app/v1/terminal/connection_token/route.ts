import { tokenRequest } from "@/lib/dialects/card-present/requests";
import { others, postRoute } from "@/lib/dialects/card-present/route";
import { connectionToken } from "@/lib/register/readers";

export const POST = postRoute(tokenRequest, async ({ location }, { account }) => ({
  object: "terminal.connection_token",
  secret: await connectionToken(account, location),
}));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
