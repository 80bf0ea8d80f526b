import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { isForPrograms } from "@/lib/http/for-programs";
import { answer, type Handler } from "./answer";
import { readRouteTable } from "./route-table";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** By method. */
type Handlers = ReadonlyMap<string, Handler>;

const handlerSchema = z.custom<Handler>((value) => typeof value === "function").optional();
/** HEAD and OPTIONS are rare, and Next.js makes them of the others. */
const handlersSchema = z.object({
  GET: handlerSchema,
  POST: handlerSchema,
  PUT: handlerSchema,
  PATCH: handlerSchema,
  DELETE: handlerSchema,
});
/** What Next.js builds of a `route.ts`; `userland` is what that exports. */
const builtSchema = z.object({
  routeModule: z.custom<{ ensureUserland(): Promise<void>; userland: unknown }>(
    (value) => typeof value === "object" && value !== null && "ensureUserland" in value,
  ),
});

/**
 * Hands what programs ask to its handler at once. Next.js's own way there takes about a millisecond of the
 * processor, for what these handlers never use: pages, caches, cookies, `after`. They are those of its build,
 * so each is loaded once whichever way it is asked. Whatever is not plain goes that other way: `handle`.
 *
 * @param dir the folder that `.next` stands in
 */
export async function withProgramAnswers(handle: Handle, dir: string): Promise<Handle> {
  const find = await readRouteTable(join(dir, ".next"));
  const require = createRequire(join(dir, "package.json"));
  const loaded = new Map<string, Promise<Handlers>>();
  const handlersIn = (file: string): Promise<Handlers> => {
    const handlers = loaded.get(file) ?? load(require, file);
    loaded.set(file, handlers);
    return handlers;
  };
  return async (request, response) => {
    const { url = "", method = "" } = request;
    const match = isForPrograms(url) ? find(url.split("?", 1)[0] ?? "") : null;
    const handler = match && (await handlersIn(match.file)).get(method);
    if (!match || !handler) return handle(request, response);
    return answer(handler, match.params, request, response);
  };
}

/** No handlers where it cannot be loaded or is not what this Next.js builds: then that has to answer. */
async function load(require: NodeJS.Require, file: string): Promise<Handlers> {
  try {
    const { routeModule } = builtSchema.parse(require(file));
    await routeModule.ensureUserland();
    const named = Object.entries(handlersSchema.parse(routeModule.userland));
    return new Map(named.flatMap(([method, handler]) => (handler ? [[method, handler]] : [])));
  } catch (error) {
    console.error(`${file} is answered by Next.js:`, error);
    return new Map();
  }
}
