import type Stripe from "stripe";
import { newId } from "./ids";
import type { Store } from "./store/store";
import type { TimerKind } from "./store/records";
import type { SandboxEvent } from "./wire";
import type { World } from "./world";

export const API_VERSION = "2026-10-28.endive";

/** Which request caused something; null for what the passing of time caused. */
export type Cause = { id: string; idempotency_key: string | null } | null;

type EventObject<T extends Stripe.Event["type"]> = Extract<
  Stripe.Event,
  { type: T }
>["data"]["object"];

/**
 * What code that changes state is given: one account's store, the time, and the ways to tell the
 * world. A scope lives for one transaction.
 */
export class Scope {
  readonly store: Store;
  readonly now: number;

  constructor(
    readonly world: World,
    readonly account: string,
    readonly cause: Cause,
  ) {
    this.store = world.universe.store(account);
    this.now = world.clock.now();
  }

  /** Records an event and queues it for the endpoints that want it. */
  emit<T extends Stripe.Event["type"]>(
    type: T,
    object: Wire<EventObject<T>>,
    previous?: object,
  ): void {
    const connected = this.account !== this.world.platformAccount;
    const event: SandboxEvent = {
      id: newId("evt"),
      object: "event",
      ...(connected ? { account: this.account } : {}),
      api_version: API_VERSION,
      created: this.now,
      data: previous === undefined ? { object } : { object, previous_attributes: previous },
      livemode: false,
      pending_webhooks: 0,
      request: { id: this.cause?.id ?? null, idempotency_key: this.cause?.idempotency_key ?? null },
      type,
    };
    const pending_webhooks = this.world.webhooks.enqueue(this, event);
    this.store.events.save({ ...event, pending_webhooks });
  }

  /** Something that will happen by itself, `seconds` from now. */
  after(seconds: number, kind: TimerKind, target: string): void {
    this.world.timers.add(this, { kind, target, due: this.now + seconds });
  }

  /** The same time and cause in another account. */
  in(account: string): Scope {
    return account === this.account ? this : new Scope(this.world, account, this.cause);
  }
}

/** Prices travel with decimal strings where the SDK's types have `Decimal`. */
type Wire<T> = T extends Stripe.Price
  ? Omit<T, "unit_amount_decimal" | "tiers" | "currency_options">
  : T;
