import { placeCommand } from "@/lib/dialects/card-present/commands";
import { placeJson } from "@/lib/dialects/card-present/json";
import { accountQuery, locationRequest, nowhere } from "@/lib/dialects/card-present/requests";
import { getRoute, others, postRoute } from "@/lib/dialects/card-present/route";
import { createPlace, listPlaces } from "@/lib/register/readers";

export const POST = postRoute(locationRequest, async (body, { account }) =>
  placeJson(await createPlace(account, placeCommand(body))),
);

export const GET = getRoute(accountQuery, nowhere, async (_query, _path, { account }) => ({
  locations: (await listPlaces(account)).map(placeJson),
}));

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
