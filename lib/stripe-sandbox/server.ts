import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { prepareAccounts } from "./accounts";
import { Control } from "./control/control";
import { dashboardPage } from "./dashboard";
import { apiRouter } from "./endpoints/index";
import { registerWebhooks } from "./endpoints/webhook-endpoints";
import { StripeError } from "./errors";
import { cors, sendHtml } from "./http/answer";
import { Api } from "./http/api";
import { forgetOld } from "./forget-old";
import { Pages } from "./http/pages";
import { Scripts } from "./http/scripts";
import { pageApi } from "./page-state";
import type { Settings } from "./settings";
import { timerHandlers } from "./timer-handlers";
import { World } from "./world";

export type Sandbox = { port: number; url: string; world: World; stop(): Promise<void> };

/** Starts a sandbox and resolves when it listens. */
export async function startServer(settings: Settings): Promise<Sandbox> {
  const world = new World(settings, timerHandlers);
  const prepare = () =>
    world.run(world.platformAccount, null, (scope) => {
      prepareAccounts(scope, settings.accounts);
      registerWebhooks(scope, settings.webhooks);
    });
  const server = createServer(handler(world, prepare));
  // Clients of tests and stores keep their connections; an answer is never late for them.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, settings.port);
  world.origin = settings.origin ?? `http://localhost:${port}`;
  await prepare();
  await forgetOld(world);
  world.resume();
  return { port, url: `http://127.0.0.1:${port}`, world, stop: () => stop(server, world) };
}

function handler(world: World, prepare: () => Promise<void>) {
  const control = new Control(world, prepare);
  const api = new Api(world, apiRouter());
  const pages = new Pages(pageApi(world), () => world.origin);
  const scripts = new Scripts();
  return (request: IncomingMessage, response: ServerResponse) => {
    route(request, response).catch((error: unknown) => {
      if (!(error instanceof StripeError)) console.error(error);
      const status = error instanceof StripeError ? error.status : 500;
      if (response.headersSent) response.destroy();
      else sendHtml(response, status, "<h1>Something went wrong in the sandbox</h1>");
    });
  };

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parseUrl(request.url ?? "/");
    if (url === null) return sendHtml(response, 400, "<h1>Bad address</h1>");
    if (url.pathname.startsWith("/_sandbox/")) return control.serve(request, response, url);
    if (request.method === "OPTIONS") {
      response.writeHead(204, cors);
      response.end();
      return;
    }
    if (url.pathname === "/v1" || /^\/v[12]\//.test(url.pathname)) {
      return api.serve(request, response, url);
    }
    if (request.method === "GET" || request.method === "HEAD") {
      const script = await scripts.find(url.pathname);
      if (script !== null) return sendScript(response, script);
    }
    if (await pages.serve(request, response, url)) return;
    if (url.pathname === "/") {
      return sendHtml(response, 200, dashboardPage(world.settings.merchant));
    }
    if (url.pathname === "/favicon.ico") return sendHtml(response, 404, "");
    return sendHtml(response, 404, "<!doctype html><title>Sandbox</title><h1>No such page</h1>");
  }
}

function sendScript(response: ServerResponse, script: string): void {
  response.writeHead(200, {
    "content-type": "text/javascript; charset=utf-8",
    "content-length": Buffer.byteLength(script),
    "cache-control": "no-cache",
    ...cors,
  });
  response.end(script);
}

/** The host of a request's address does not matter; a target that is no path is refused. */
function parseUrl(target: string): URL | null {
  const base = "http://sandbox.invalid";
  return target.startsWith("/") && URL.canParse(base + target) ? new URL(base + target) : null;
}

/** On all interfaces, as web servers do; without IPv6 on the machine, on those of IPv4. */
function listen(server: Server, port: number, host = "::"): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EAFNOSUPPORT" || host !== "::") return reject(error);
      listen(server, port, "0.0.0.0").then(resolve, reject);
    });
    server.listen({ port, host }, () => resolve(boundPort(server.address(), port)));
  });
}

const boundPort = (address: AddressInfo | string | null, asked: number) =>
  address === null || typeof address === "string" ? asked : address.port;

function stop(server: Server, world: World): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      world.stop();
      resolve();
    });
    server.closeAllConnections();
  });
}
