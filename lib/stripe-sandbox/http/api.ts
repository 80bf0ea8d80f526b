import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestFault } from "../control/faults";
import type { Endpoint, RawCall } from "../endpoint";
import { StripeError } from "../errors";
import { expandAll } from "../expand";
import { digestOf, keepAnswer, keyInUse, storedAnswer } from "../idempotency";
import { newId } from "../ids";
import type { Cause, Scope } from "../scope";
import type { World } from "../world";
import { accountOf } from "./account";
import { legible, sendJson, type Headers } from "./answer";
import { authenticate, secretKeyRequired } from "./auth";
import { readBody } from "./body";
import { failureOf, unrecognized } from "./failure";
import { header, readForm, takeList, takeText, versionOf } from "./request";
import { hasFault, latencyOf, statusFault } from "./request-faults";
import type { Router } from "./router";

type Answer = { status: number; text: string; headers: Headers };

/** `payment_method_types` left the requests, and `ui_mode`'s values changed, in this release. */
const CURRENT_TRAIN = "2026-09-30";

/** Serves `/v1`: who asks, what for, was it asked before; then one transaction; then the answer. */
export class Api {
  readonly #running = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly router: Router<Endpoint>,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const requestId = newId("req", 14);
    const faults = this.world.faults.forRequest(request.method ?? "GET", url.pathname);
    if (hasFault(faults, "refused")) return void request.socket.destroy();
    const answer = await this.#answer(request, url, requestId, faults);
    if (hasFault(faults, "dropped_after_effect")) return void request.socket.destroy();
    const headers = { "request-id": requestId, ...answer.headers };
    const { status } = answer;
    const text = legible(answer.text, request.headers["user-agent"]);
    if (!hasFault(faults, "cut_answer")) return sendJson(response, status, text, headers);
    const length = Buffer.byteLength(text);
    const type = { "content-type": "application/json", "content-length": length };
    response.writeHead(status, { ...type, ...headers });
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  }

  async #answer(
    request: IncomingMessage,
    url: URL,
    requestId: string,
    faults: RequestFault[],
  ): Promise<Answer> {
    try {
      const body = await readBody(request);
      const fault = statusFault(faults);
      if (fault !== null) throw fault;
      return await this.#handle(request, url, body, { requestId, latencyMs: latencyOf(faults) });
    } catch (error) {
      const { status, body, headers } = failureOf(error, this.#logUrl(requestId));
      return { status, text: JSON.stringify(body), headers };
    }
  }

  /** Where a request's effects can be looked at: the dashboard. */
  #logUrl(requestId: string): string {
    return `${this.world.origin}/?request=${requestId}`;
  }

  async #handle(
    request: IncomingMessage,
    url: URL,
    body: string,
    { requestId, latencyMs }: { requestId: string; latencyMs: number },
  ): Promise<Answer> {
    const method = request.method ?? "GET";
    const form = readForm(request, url, body);
    const auth = authenticate(request.headers, takeText(form, "key"));
    const found = this.router.find(method, url.pathname);
    if (found === null) throw unrecognized(method, url.pathname);
    const endpoint = found.target;
    if (endpoint.keys === "secret" && auth.kind === "publishable") throw secretKeyRequired();
    const account = accountOf(this.world, request, form, auth);
    const key = method === "POST" ? header(request, "idempotency-key") : undefined;
    const cause: Cause = { id: requestId, idempotency_key: key ?? null };
    const version = versionOf(request);
    const raw: RawCall = {
      world: this.world,
      account,
      cause,
      auth,
      path: found.params,
      form,
      isOldVersion: version === undefined || version < CURRENT_TRAIN,
    };
    if (key === undefined) {
      await pause(latencyMs);
      return this.#execute(endpoint, raw, null);
    }
    const digest = digestOf(method, url.pathname, body);
    const once = { key, digest, method, path: url.pathname };
    return this.#executeOnce(endpoint, raw, once, latencyMs);
  }

  async #executeOnce(
    endpoint: Endpoint,
    raw: RawCall,
    once: { key: string; digest: string; method: string; path: string },
    latencyMs: number,
  ): Promise<Answer> {
    const slot = `${raw.account}/${once.key}`;
    if (this.#running.has(slot)) throw keyInUse(once.key);
    const store = this.world.universe.store(raw.account);
    const now = this.world.clock.now();
    const before = storedAnswer(store, once.key, { ...once, now });
    if (before !== null) {
      return {
        status: before.status,
        text: JSON.stringify(before.body),
        headers: {
          "idempotency-key": once.key,
          "idempotent-replayed": "true",
          "original-request": before.requestId,
          ...(before.status === 402 ? { "stripe-should-retry": "false" } : {}),
        },
      };
    }
    this.#running.add(slot);
    try {
      // A late answer keeps its key in use, as a slow one at Stripe does.
      await pause(latencyMs);
      return await this.#execute(endpoint, raw, once);
    } finally {
      this.#running.delete(slot);
    }
  }

  async #execute(
    endpoint: Endpoint,
    raw: RawCall,
    once: { key: string; digest: string; path: string } | null,
  ): Promise<Answer> {
    const { world, account, cause, form } = raw;
    const expand = takeList(form, "expand");
    const work = endpoint.prepare(raw);
    const requestId = cause?.id ?? "";
    const logUrl = this.#logUrl(requestId);
    const keep = (scope: Scope, status: number, body: object) => {
      if (once === null) return;
      const { key: id, digest, path } = once;
      keepAnswer(scope.store, { id, digest, path, status, body, requestId, created: scope.now });
    };
    const own: Headers =
      once === null ? {} : { "idempotency-key": once.key, "original-request": requestId };
    try {
      const { result, written, texts } = world.transact(account, cause, (scope) => {
        let outcome: object;
        try {
          outcome = work();
        } catch (error) {
          if (error instanceof StripeError && error.keepsEffects) {
            const { status, body, headers } = failureOf(error, logUrl);
            keep(scope, status, body);
            return { status, body, headers };
          }
          throw error;
        }
        const body = expand.length === 0 ? outcome : expandAll(scope, outcome, expand);
        keep(scope, 200, body);
        return { status: 200, body, headers: {} };
      });
      await written;
      return {
        status: result.status,
        text: texts.find(result.body) ?? JSON.stringify(result.body),
        headers: { ...own, ...result.headers },
      };
    } catch (error) {
      const { status, body, headers } = failureOf(error, logUrl);
      if (once !== null && status < 500) {
        await world.run(account, cause, (scope) => keep(scope, status, body));
      }
      return { status, text: JSON.stringify(body), headers: { ...own, ...headers } };
    }
  }
}

const pause = (ms: number) =>
  ms === 0 ? undefined : new Promise<void>((resolve) => setTimeout(resolve, ms));
