import { readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join, relative, sep } from "node:path";

/**
 * Serves the route handlers of `app/` over HTTP as the framework does, within the test's own process: the
 * official clients speak to real handlers on the test's own database.
 */
export type Served = { origin: string; close(): Promise<void> };

const app = join(import.meta.dirname, "../../app");

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Module = Partial<Record<string, Handler>>;
type Route = { pattern: RegExp; names: string[]; rank: number; load: () => Promise<Module> };

export async function serveRoutes(...folders: string[]): Promise<Served> {
  const lists = await Promise.all(folders.map((folder) => routesIn(join(app, folder))));
  // Of two that fit, the one with fewer open parts is meant.
  const routes = lists.flat().toSorted((a, b) => a.rank - b.rank);
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming)
      .catch((error: unknown) => {
        console.error(error);
        return new Response(String(error), { status: 500 });
      })
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      })
      .catch(() => outgoing.destroy());
  });
  // On a busy machine a test may be silent for long, and would ask on a connection that was just closed.
  server.keepAliveTimeout = 120_000;
  const origin = await listening(server);
  return { origin, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It has no port.");
  return `http://127.0.0.1:${address.port}`;
}

async function routesIn(folder: string): Promise<Route[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file === "route.ts" || file.endsWith(`${sep}route.ts`))
    .map((file) => join(folder, file))
    .map(routeOf);
}

function routeOf(file: string): Route {
  const parts = relative(app, file).split(sep).slice(0, -1);
  const names = parts.flatMap((part) => /^\[+(?:\.\.\.)?(\w+)\]+$/.exec(part)?.[1] ?? []);
  const source = parts
    .map((part) => (part.includes("[...") ? "(.*)" : part.startsWith("[") ? "([^/]+)" : part))
    .join("/");
  // Of `[[...path]]` nothing has to be there, not even the slash before it.
  const optional = parts.at(-1)?.startsWith("[[") ? "/(.*)" : "\0";
  const rank = names.length + (source.includes("(.*)") ? 100 : 0);
  return {
    pattern: new RegExp(`^/${source.replace(optional, "(?:/(.*))?")}/?$`),
    names,
    rank,
    load: () => import(/* @vite-ignore */ file),
  };
}

async function answer(routes: Route[], incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
  if (url.pathname.includes("//")) {
    const Location = url.pathname.replaceAll(/\/+/g, "/") + url.search;
    return new Response(null, { status: 308, headers: { Location } });
  }
  for (const route of routes) {
    const match = route.pattern.exec(url.pathname);
    if (match === null) continue;
    const values = match.slice(1).map((value = "") => decodeURIComponent(value));
    const params = Object.fromEntries(route.names.map((name, i) => [name, values[i]]));
    const handler = (await route.load())[incoming.method ?? ""];
    if (!handler) return new Response(null, { status: 405 });
    return handler(await requestOf(incoming, url), { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}

async function requestOf(incoming: IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const { method = "GET" } = incoming;
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  const hasBody = method !== "GET" && method !== "HEAD" && parts.length > 0;
  return new Request(url, { method, headers, ...(hasBody && { body: Buffer.concat(parts) }) });
}
