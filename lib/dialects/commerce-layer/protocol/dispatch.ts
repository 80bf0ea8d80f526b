import { isStorableUrl } from "@/lib/http/storable";
import { requireCaller, type Caller } from "../auth";
import { badRequest, methodNotAllowed, notAcceptable, notFound } from "../errors";
import { findResource } from "../resources";
import { mediaType, readBody } from "./body";
import { listDocument } from "./answer";
import { answerOne } from "./answer-one";
import { checkQuery } from "./check-query";
import { isPath } from "./include";
import { writeNote } from "./notes";
import { openApi } from "./openapi";
import { parseQuery, type Query } from "./query";
import { findPage, findRow } from "./read";
import { relatedDocument } from "./related";
import type { Resource, Write, WriteBody, Written } from "./resource";
import { allow } from "./rights";

type Answering = Parameters<typeof answerOne>[2];
type Asked = { request: Request; query: Query; caller: Caller; resource: Resource };

/** One way for all types: what the table of resources says decides. `path` is what follows `/api/`. */
export async function dispatch(request: Request, path: readonly string[]): Promise<Response> {
  if (path.join("/") === "openapi.json") return Response.json(openApi());
  if (!(request.headers.get("accept") ?? "").includes(mediaType)) throw notAcceptable();
  if (!isStorableUrl(request.url)) throw unreadableAddress();
  const caller = await requireCaller(request);
  const [type = "", id, ...rest] = path;
  const resource = findResource(type);
  if (resource === undefined) throw notFound();
  const query = parseQuery(new URL(request.url).searchParams);
  const asked = { request, query, caller, resource };
  if (rest.length === 0) checkQuery([resource], query);
  if (resource.single !== undefined) return readSingle(asked, resource.single.idOf(caller), path);
  if (id === undefined) return collection(asked);
  if (rest.length === 0) return single(asked, id);
  return related(asked, id, rest);
}

function unreadableAddress() {
  const detail = "The address says what nothing here can be called.";
  return badRequest("INVALID_DATA_FORMAT", "Invalid data format", detail);
}

/** What a token sees one of has no ids to choose from. */
function readSingle(asked: Asked, only: string, [, id, ...rest]: readonly string[]) {
  if (asked.request.method !== "GET") throw methodNotAllowed();
  if (rest.length > 0 || (id !== undefined && id !== only)) throw notFound();
  return read(asked, only);
}

function collection(asked: Asked): Promise<Response> {
  switch (asked.request.method) {
    case "GET":
      return list(asked);
    case "POST":
      return create(asked);
    default:
      throw methodNotAllowed();
  }
}

function single(asked: Asked, id: string): Promise<Response> {
  switch (asked.request.method) {
    case "GET":
      return read(asked, id);
    case "PATCH":
      return update(asked, id);
    case "DELETE":
      return remove(asked, id);
    default:
      throw methodNotAllowed();
  }
}

async function list({ resource, query, caller }: Asked): Promise<Response> {
  allow(resource, caller, "list");
  const page = await findPage(resource, query, caller);
  return listDocument({ resource, page, query, caller, path: resource.type });
}

async function read({ resource, query, caller }: Asked, id: string): Promise<Response> {
  allow(resource, caller, "read");
  return answer(resource, id, { query, caller, status: 200 });
}

async function create({ request, resource, query, caller }: Asked): Promise<Response> {
  allow(resource, caller, "create");
  const { note, write } = await readBody(request, resource.type);
  const written = await run(resource.create, {
    caller,
    isPath,
    headers: request.headers,
    id: "",
    body: write,
  });
  const { id, shownOnce } = typeof written === "string" ? { id: written } : written;
  await writeNote(resource.type, id, note);
  return answer(resource, id, { query, caller, status: 201, shownOnce });
}

async function update({ request, resource, query, caller }: Asked, id: string): Promise<Response> {
  const { id: named, note, write } = await readBody(request, resource.type);
  // An integration may note something on whatever it can read.
  const notesOnly = !asksSomething(write) && caller.rights === "backend";
  allow(resource, caller, notesOnly ? "read" : "update");
  if (named !== id) {
    const detail = "The URL does not support the key that the body names.";
    throw badRequest("KEY_NOT_INCLUDED_IN_URL", "Key is not included in URL", detail);
  }
  if ((await findRow(resource, id, caller)) === null) throw notFound();
  if (asksSomething(write)) {
    await run(resource.update, { caller, isPath, headers: request.headers, id, body: write });
  }
  await writeNote(resource.type, id, note);
  return answer(resource, id, { query, caller, status: 200 });
}

const asksSomething = ({ attributes, relationships }: WriteBody) =>
  Object.keys(attributes).length + Object.keys(relationships).length > 0;

async function remove({ resource, caller }: Asked, id: string): Promise<Response> {
  allow(resource, caller, "delete");
  if (resource.remove === undefined) throw methodNotAllowed();
  if ((await findRow(resource, id, caller)) === null) throw notFound();
  await resource.remove({ caller, id });
  return new Response(null, { status: 204 });
}

async function related(asked: Asked, id: string, rest: readonly string[]): Promise<Response> {
  const { request, resource, query, caller } = asked;
  if (request.method !== "GET") throw methodNotAllowed();
  allow(resource, caller, "read");
  const row = await findRow(resource, id, caller);
  if (row === null) throw notFound();
  const [first = "", second, ...more] = rest;
  const onlyRefs = first === "relationships" && second !== undefined;
  if (more.length > 0 || (second !== undefined && !onlyRefs)) throw notFound();
  return relatedDocument({ resource, row, name: second ?? first, onlyRefs, query, caller });
}

function run(write: Write | undefined, call: Parameters<Write["run"]>[0]): Promise<Written> {
  if (write === undefined) throw methodNotAllowed();
  return write.run(call);
}

async function answer(resource: Resource, id: string, asked: Answering): Promise<Response> {
  const answered = await answerOne(resource, id, asked);
  if (answered === null) throw notFound();
  return answered;
}
