import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Delivery } from "../store/records";
import type { SandboxEvent } from "../wire";
import type { World } from "../world";
import { post } from "./post";
import { signatureHeader } from "./signature";
import { wants } from "./wants";

/**
 * Sends events to webhook endpoints: at once, and again after growing waits until the endpoint answers
 * 2xx. A delivery is a row from the transaction that made its event, so a crash between the two is
 * not possible, and a restart takes up where the last process stopped. Order is not promised (nor
 * does Stripe promise it), but attempts start in the order of the events.
 */
export const RETRY_WAITS_S = [
  1, 2, 4, 8, 15, 30, 60, 120, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 86_400,
];

/** Of one endpoint; more would turn a burst of events into a burst of connections. */
const MAX_CONCURRENT = 8;

export class Webhooks {
  /** Made by the open transaction; they go out when it is written. */
  #fresh: string[] = [];
  readonly #queue: string[] = [];
  readonly #underWay = new Set<Promise<void>>();
  /** Attempts under way, by endpoint. */
  readonly #busy = new Map<string, number>();
  #stopped = false;

  constructor(private readonly world: World) {}

  /** Queues one delivery for each endpoint that wants the event; answers how many. */
  enqueue(scope: Scope, event: SandboxEvent): number {
    const platform = this.world.universe.platform;
    let count = 0;
    for (const endpoint of platform.webhookEndpoints.oldest()) {
      const connect = platform.endpointSecrets.find(endpoint.id)?.connect ?? false;
      if (endpoint.status !== "enabled" || connect !== (event.account !== undefined)) continue;
      if (!wants(endpoint.enabled_events, event.type)) continue;
      count++;
      this.#add(scope.account, event.id, endpoint.id);
    }
    return count;
  }

  /** One more delivery of an event that went out before. */
  resend(account: string, event: string, endpoint: string): void {
    this.#add(account, event, endpoint);
  }

  #add(account: string, event: string, endpoint: string): void {
    const dueMs = this.world.clock.nowMs();
    const delivery: Delivery = {
      id: newId("whd"),
      account,
      event,
      endpoint,
      status: "pending",
      attempts: [],
      dueMs,
    };
    this.world.universe.platform.deliveries.save(delivery);
    this.#fresh.push(delivery.id);
  }

  /** The transaction is written: what it queued may go. */
  send(): void {
    if (this.#fresh.length === 0) return;
    this.#queue.push(...this.#fresh);
    this.#fresh = [];
    this.#pump();
  }

  /** The transaction was undone, and its deliveries with it. */
  forget(): void {
    this.#fresh = [];
  }

  resume(): void {
    for (const delivery of this.world.universe.platform.deliveries.oldest()) {
      if (delivery.status === "pending") this.#wake(delivery.id, delivery.dueMs);
    }
  }

  /** Resolves when no attempt is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0 || this.#queue.length > 0) {
      await Promise.all(this.#underWay);
      this.#pump();
    }
  }

  /** Forgets what waits, because everything is about to be replaced. */
  abandon(): void {
    this.#fresh = [];
    this.#queue.length = 0;
  }

  stop(): void {
    this.#stopped = true;
    this.#queue.length = 0;
  }

  #wake(id: string, dueMs: number): void {
    this.world.scheduler.schedule(dueMs, () => {
      this.#queue.push(id);
      this.#pump();
    });
  }

  #pump(): void {
    for (let id = this.#next(); id !== null; id = this.#next()) {
      const endpoint = this.world.universe.platform.deliveries.find(id)?.endpoint ?? "";
      this.#busy.set(endpoint, (this.#busy.get(endpoint) ?? 0) + 1);
      const attempt = this.#attempt(id).finally(() => {
        this.#busy.set(endpoint, (this.#busy.get(endpoint) ?? 1) - 1);
        this.#underWay.delete(attempt);
        this.#pump();
      });
      this.#underWay.add(attempt);
    }
  }

  /** The first delivery whose endpoint has room: one that hangs does not hold up the others. */
  #next(): string | null {
    if (this.#stopped) return null;
    const { deliveries } = this.world.universe.platform;
    const at = this.#queue.findIndex((id) => {
      const endpoint = deliveries.find(id)?.endpoint ?? "";
      return (this.#busy.get(endpoint) ?? 0) < MAX_CONCURRENT;
    });
    return at === -1 ? null : (this.#queue.splice(at, 1)[0] ?? null);
  }

  async #attempt(id: string): Promise<void> {
    const platform = this.world.universe.platform;
    const delivery = platform.deliveries.find(id);
    if (delivery === undefined || delivery.status !== "pending") return;
    const endpoint = platform.webhookEndpoints.find(delivery.endpoint);
    const secret = platform.endpointSecrets.find(delivery.endpoint)?.secret;
    const event = this.world.universe.store(delivery.account).events.find(delivery.event);
    if (endpoint === undefined || secret === undefined || event === undefined) {
      return this.#record({ ...delivery, status: "failed" });
    }
    const held = this.world.faults.holdOf(event.type);
    if (held > 0) await new Promise((resolve) => setTimeout(resolve, held));
    if (this.#stopped) return;
    const fault = this.world.faults.forWebhook(event.type);
    if (fault?.kind === "late" && delivery.attempts.length === 0) {
      return this.#retryLater(delivery, null, "delayed on demand", fault.seconds);
    }
    const payload = JSON.stringify(event, null, 2);
    const at = this.world.clock.now();
    const key = fault?.kind === "wrongly_signed" ? `${secret}_wrong` : secret;
    const answer =
      fault?.kind === "lost"
        ? { status: 200, error: "lost on demand" }
        : await post(endpoint.url, payload, signatureHeader(payload, key, at));
    if (fault?.kind === "twice") {
      await post(endpoint.url, payload, signatureHeader(payload, key, at));
    }
    if (this.#stopped) return;
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
      const attempts = [...delivery.attempts, { at, ...answer }];
      return this.#record({ ...delivery, status: "delivered", attempts });
    }
    return this.#retryLater(delivery, answer.status, answer.error);
  }

  #retryLater(
    delivery: Delivery,
    status: number | null,
    error: string | null,
    waitS = RETRY_WAITS_S[delivery.attempts.length],
  ): void {
    const attempts = [...delivery.attempts, { at: this.world.clock.now(), status, error }];
    if (waitS === undefined) return this.#record({ ...delivery, status: "failed", attempts });
    const dueMs = this.world.clock.nowMs() + waitS * 1000;
    this.#record({ ...delivery, attempts, dueMs });
    this.#wake(delivery.id, dueMs);
  }

  #record(delivery: Delivery): void {
    this.world.universe.transact(() => {
      const platform = this.world.universe.platform;
      if (platform.deliveries.find(delivery.id) === undefined) return;
      platform.deliveries.save(delivery);
      if (delivery.status === "pending") return;
      const events = this.world.universe.store(delivery.account).events;
      const event = events.find(delivery.event);
      if (event === undefined) return;
      events.save({ ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
    });
  }
}
