import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody } from "../http/body";
import { Router } from "../http/router";
import { newId } from "../ids";
import type { World } from "../world";
import { clockBody, faultsBody, readerBody } from "./bodies";
import { dashboardData, eventDetail, faultsOf, searchRequests } from "./overview";

/**
 * `/_sandbox/*`: what Stripe does not have and tests want. JSON in, JSON out. It is not for browsers of
 * other origins: bodies must be JSON, and no CORS headers are sent.
 */
type Answer = { status?: number; body: object };
type Handler = (
  params: Record<string, string>,
  body: unknown,
  query: URLSearchParams,
) => Promise<Answer> | Answer;

export class Control {
  readonly #router = new Router<Handler>();
  readonly #snapshots = new Map<string, string[]>();

  constructor(
    private readonly world: World,
    /** Puts back what the settings say must exist, after everything was forgotten. */
    private readonly prepare: () => Promise<void>,
  ) {
    this.#route("GET", "clock", () => ({ body: this.#clock() }));
    this.#route("POST", "clock", (_params, body) => this.#moveClock(body));
    this.#route("GET", "faults", () => ({ body: faultsOf(world) }));
    this.#route("POST", "faults", (_params, body) => this.#addFaults(body));
    this.#route("DELETE", "faults", () => {
      world.faults.clear();
      return { body: faultsOf(world) };
    });
    this.#route("POST", "reset", () => this.#reset());
    this.#route("POST", "snapshots", () => this.#snapshot());
    this.#route("POST", "snapshots/:id/restore", ({ id }) => this.#restore(id ?? ""));
    this.#route("GET", "overview", (_params, _body, query) => ({
      body: dashboardData(world, query),
    }));
    this.#route("GET", "search", (_params, _body, query) => ({
      body: searchRequests(world, query),
    }));
    this.#route("GET", "events/:id", ({ id }) => found(eventDetail(world, id ?? "")));
    this.#route("POST", "readers/:id", ({ id }, body) => this.#setReader(id ?? "", body));
    this.#route("POST", "events/:id/resend", ({ id }) => this.#resend(id ?? ""));
    this.#route("POST", "settle", async () => {
      await world.webhooks.settled();
      return { body: { settled: true } };
    });
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { status = 200, body } = await this.#answer(request, url);
    const text = JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(text);
  }

  async #answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const match = this.#router.find(request.method ?? "GET", url.pathname);
    if (match === null) return refusal(404, `No such control: ${request.method} ${url.pathname}`);
    try {
      const text = await readBody(request);
      const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
      if (request.method === "POST" && !isJson) return refusal(415, "Send application/json.");
      const body: unknown = text === "" ? {} : JSON.parse(text);
      return await match.target(match.params, body, url.searchParams);
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, z.prettifyError(error));
      return refusal(400, error instanceof Error ? error.message : String(error));
    }
  }

  #route(method: string, path: string, handler: Handler): void {
    this.#router.add(method, `/_sandbox/${path}`, handler);
  }

  #clock(): object {
    const { clock } = this.world;
    return { now: clock.now(), offset_seconds: Math.round(clock.offsetMs / 1000) };
  }

  async #moveClock(body: unknown): Promise<Answer> {
    const wanted = clockBody.parse(body);
    const ms = "to" in wanted ? wanted.to * 1000 : this.world.clock.nowMs() + wanted.advance * 1000;
    await this.world.advanceTo(ms);
    return { body: this.#clock() };
  }

  #addFaults(body: unknown): Answer {
    const { seed, requests, webhooks, readers } = faultsBody.parse(body);
    const { faults } = this.world;
    if (seed !== undefined) faults.seed = seed;
    for (const { kind, ms, status, ...rest } of requests) {
      const what =
        kind === "latency"
          ? { is: kind, ms }
          : kind === "status"
            ? { is: kind, status }
            : { is: kind };
      faults.requests.push({ id: newId("fault", 8), kind: what, ...rest });
    }
    for (const fault of readers) faults.readers.push({ id: newId("fault", 8), ...fault });
    for (const fault of webhooks) faults.webhooks.push({ id: newId("fault", 8), ...fault });
    return { body: faultsOf(this.world) };
  }

  async #reset(): Promise<Answer> {
    this.world.faults.clear();
    await this.#replace([]);
    return { body: { reset: true } };
  }

  #snapshot(): Answer {
    const id = newId("snap", 12);
    this.#snapshots.set(id, [...this.world.universe.dump()]);
    return { body: { id } };
  }

  async #restore(id: string): Promise<Answer> {
    const lines = this.#snapshots.get(id);
    if (lines === undefined) return refusal(404, `No such snapshot: ${id}`);
    await this.#replace(lines);
    return { body: { restored: id } };
  }

  async #replace(lines: string[]): Promise<void> {
    this.world.webhooks.abandon();
    this.world.universe.load(lines);
    await this.prepare();
    this.world.resume();
  }

  /** Switches a server-driven reader off, or on again. */
  async #setReader(id: string, body: unknown): Promise<Answer> {
    const { status } = readerBody.parse(body);
    const store = [...this.world.universe.accounts].find((entry) => entry.readers.find(id));
    if (store === undefined) return refusal(404, `No such reader: ${id}`);
    const saved = await this.world.run(store.account, null, () => {
      const reader = store.readers.find(id);
      return reader === undefined ? {} : store.readers.save({ ...reader, status });
    });
    return { body: saved };
  }

  async #resend(id: string): Promise<Answer> {
    const { world } = this;
    const detail = eventDetail(world, id);
    if (detail === null) return refusal(404, `No such event: ${id}`);
    const endpoints = [...new Set(detail.deliveries.map(({ endpoint }) => endpoint))];
    await world.run(world.platformAccount, null, () => {
      for (const endpoint of endpoints) world.webhooks.resend(detail.account, id, endpoint);
    });
    return { body: { resent: endpoints.length } };
  }
}

const found = (body: object | null): Answer =>
  body === null ? refusal(404, "No such object.") : { body };

const refusal = (status: number, message: string): Answer => ({ status, body: { error: message } });
