import { readerJson } from "@/lib/dialects/card-present/json";
import {
  nowhere,
  readerQuery,
  readerRequest,
  readersQuery,
} from "@/lib/dialects/card-present/requests";
import { getRoute, others, postRoute } from "@/lib/dialects/card-present/route";
import { listReaders, registerReader, removeReader } from "@/lib/register/readers";

export const POST = postRoute(readerRequest, async (body, { account }) => {
  const { registration_code: registrationCode, label, location: locationRef } = body;
  return readerJson(await registerReader(account, { registrationCode, label, locationRef }));
});

export const GET = getRoute(readersQuery, nowhere, async ({ location }, _path, { account }) => ({
  readers: (await listReaders(account, location)).map(readerJson),
}));

export const DELETE = getRoute(readerQuery, nowhere, async (query, _path, { account }) => {
  await removeReader(account, query.reader_id);
  return { reader_id: query.reader_id, deleted: true };
});

export const { PUT, PATCH, OPTIONS } = others("GET", "POST", "DELETE");
