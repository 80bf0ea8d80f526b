import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestFault } from "../control/faults";
import type { Endpoint, RawCall } from "../endpoint";
import { apiError, invalidRequest, StripeError } from "../errors";
import { expandAll } from "../expand";
import { digestOf, keepAnswer, keyInUse, storedAnswer } from "../idempotency";
import { newId } from "../ids";
import type { Cause, Scope } from "../scope";
import type { World } from "../world";
import { sendJson, type Headers } from "./answer";
import { authenticate, secretKeyRequired, type Auth } from "./auth";
import { readBody } from "./body";
import { parseForm, type FormNode, type FormTree } from "./form";
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
    if (faults.some(({ kind }) => kind.is === "refused")) return void request.socket.destroy();
    const answer = await this.#answer(request, url, requestId, faults);
    if (faults.some(({ kind }) => kind.is === "dropped_after_effect")) {
      return void request.socket.destroy();
    }
    const headers = { "request-id": requestId, ...answer.headers };
    if (faults.some(({ kind }) => kind.is === "cut_answer")) {
      response.writeHead(answer.status, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(answer.text),
        ...headers,
      });
      response.write(answer.text.slice(0, answer.text.length / 2), () => request.socket.destroy());
      return;
    }
    sendJson(response, answer.status, answer.text, headers);
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
      return errorAnswer(error);
    }
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
    const account = this.#accountOf(request, form, auth);
    const key = method === "POST" ? header(request, "idempotency-key") : undefined;
    const cause: Cause = { id: requestId, idempotency_key: key ?? null };
    const version = header(request, "stripe-version");
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
    once: { key: string; digest: string } | null,
  ): Promise<Answer> {
    const { world, account, cause, form } = raw;
    const expand = takeList(form, "expand");
    const work = endpoint.prepare(raw);
    const keep = (scope: Scope, status: number, body: object) => {
      if (once === null) return;
      const { key: id, digest } = once;
      const requestId = cause?.id ?? "";
      keepAnswer(scope.store, { id, digest, status, body, requestId, created: scope.now });
    };
    const headers: Headers = once === null ? {} : { "idempotency-key": once.key };
    try {
      const { result, written, texts } = world.transact(account, cause, (scope) => {
        let outcome: object;
        try {
          outcome = work();
        } catch (error) {
          if (error instanceof StripeError && error.keepsEffects) {
            return this.#declined(error, scope, keep);
          }
          throw error;
        }
        const body = expand.length === 0 ? outcome : expandAll(scope, outcome, expand);
        keep(scope, 200, body);
        return { status: 200, body };
      });
      await written;
      return {
        status: result.status,
        text: texts.find(result.body) ?? JSON.stringify(result.body),
        headers,
      };
    } catch (error) {
      const { status, body } = errorBody(error);
      if (once !== null && status < 500) {
        await world.run(account, cause, (scope) => keep(scope, status, body));
      }
      return { status, text: JSON.stringify(body), headers };
    }
  }

  /** A decline is an outcome: what it changed is kept together with its answer. */
  #declined(
    error: StripeError,
    scope: Scope,
    keep: (scope: Scope, status: number, body: object) => void,
  ): { status: number; body: object } {
    const body = { error: error.body };
    keep(scope, error.status, body);
    return { status: error.status, body };
  }

  #accountOf(request: IncomingMessage, form: FormTree, auth: Auth): string {
    const asked = header(request, "stripe-account") ?? takeText(form, "_stripe_account");
    const { platformAccount, universe } = this.world;
    if (asked === undefined || asked === platformAccount) return platformAccount;
    if (universe.platform.accounts.find(asked) !== undefined) return asked;
    throw invalidRequest(
      `The provided key '${auth.key.slice(0, 8)}***' does not have access to account '${asked}' (or that account does not exist). Application access may have been revoked.`,
      { code: "account_invalid" },
      403,
    );
  }
}

const pause = (ms: number) =>
  ms === 0 ? undefined : new Promise<void>((resolve) => setTimeout(resolve, ms));

const latencyOf = (faults: RequestFault[]) =>
  faults.reduce((sum, { kind }) => (kind.is === "latency" ? sum + kind.ms : sum), 0);

function statusFault(faults: RequestFault[]): StripeError | null {
  for (const { kind } of faults) {
    if (kind.is !== "status") continue;
    if (kind.status === 429) {
      return new StripeError(429, {
        type: "rate_limit_error",
        code: "rate_limit",
        message: "Request rate limit exceeded. Learn more: https://stripe.com/docs/rate-limits",
      });
    }
    if (kind.status === 409) {
      return invalidRequest(
        "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.",
        { code: "lock_timeout" },
        409,
      );
    }
    return new StripeError(kind.status, {
      type: "api_error",
      message: "An error occurred on demand of the sandbox's faults.",
    });
  }
  return null;
}

function readForm(request: IncomingMessage, url: URL, body: string): FormTree {
  const query = url.search.slice(1);
  if (request.method === "GET") return parseForm(query);
  const type = header(request, "content-type") ?? "";
  if (body !== "" && type.startsWith("application/json")) {
    throw invalidRequest(
      "Invalid request: this API takes form-encoded bodies (application/x-www-form-urlencoded), not JSON.",
    );
  }
  return parseForm(query === "" ? body : `${query}&${body}`);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  const single = Array.isArray(value) ? value[0] : value;
  return single === "" ? undefined : single;
}

function takeText(form: FormTree, name: string): string | undefined {
  const value = form[name];
  if (typeof value !== "string") return undefined;
  delete form[name];
  return value;
}

function takeList(form: FormTree, name: string): string[] {
  const value = form[name];
  if (value === undefined) return [];
  delete form[name];
  const items: FormNode[] = typeof value === "string" ? [value] : Object.values(value);
  return items.map((item) => {
    if (typeof item === "string") return item;
    throw invalidRequest(`Invalid string: ${JSON.stringify(item)}`, { param: name });
  });
}

const unrecognized = (method: string, path: string) =>
  invalidRequest(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    {},
    404,
  );

function errorBody(error: unknown): { status: number; body: { error: object } } {
  if (error instanceof StripeError) return { status: error.status, body: { error: error.body } };
  console.error(error);
  const unexpected = apiError(
    `The sandbox failed. That is a mistake of the sandbox, not of your request: ${String(error)}`,
  );
  return { status: 500, body: { error: unexpected.body } };
}

function errorAnswer(error: unknown): Answer {
  const { status, body } = errorBody(error);
  return { status, text: JSON.stringify(body), headers: {} };
}
