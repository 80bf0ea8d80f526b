import { Clock } from "./clock";
import { StripeError } from "./errors";
import { Faults } from "./control/faults";
import { Scheduler } from "./scheduler";
import { Scope, type Cause } from "./scope";
import type { Settings } from "./settings";
import type { Texts } from "./store/journal-line";
import { PLATFORM, Universe } from "./store/universe";
import { Timers, type TimerHandlers } from "./timers";
import { Webhooks } from "./webhooks/webhooks";

/** Everything that one running sandbox consists of, apart from its HTTP server. */
export class World {
  readonly clock = new Clock();
  readonly scheduler = new Scheduler(this.clock);
  readonly platformAccount = PLATFORM;
  readonly universe: Universe;
  readonly webhooks: Webhooks;
  readonly timers: Timers;
  readonly faults = new Faults();
  /** The public origin; known once the server listens. */
  origin: string;

  constructor(
    readonly settings: Settings,
    handlers: TimerHandlers,
  ) {
    this.origin = settings.origin ?? `http://localhost:${settings.port}`;
    this.universe = new Universe(settings);
    this.webhooks = new Webhooks(this);
    this.timers = new Timers(this, handlers);
  }

  /** Takes up what was left when the process ended: the clock, timers, deliveries. */
  resume(): void {
    this.scheduler.clear();
    this.clock.offsetMs = Number(this.universe.platform.settings.find("clock_offset")?.value ?? 0);
    this.timers.resume();
    this.webhooks.resume();
  }

  /** One transaction in one account; webhooks go out when it is in the journal. */
  async run<R>(account: string, cause: Cause, work: (scope: Scope) => R): Promise<R> {
    const { result, written } = this.transact(account, cause, work);
    await written;
    return result;
  }

  transact<R>(
    account: string,
    cause: Cause,
    work: (scope: Scope) => R,
  ): { result: R; written: Promise<void>; texts: Texts } {
    const scope = new Scope(this, account, cause);
    try {
      const outcome = this.universe.transact(() => work(scope), keepsEffects);
      void outcome.written.then(() => this.webhooks.send());
      return outcome;
    } catch (error) {
      if (keepsEffects(error)) setImmediate(() => this.webhooks.send());
      else this.webhooks.forget();
      throw error;
    }
  }

  /** Moves the clock forwards and lets everything happen that falls due on the way. */
  async advanceTo(ms: number): Promise<void> {
    if (ms < this.clock.nowMs()) throw new RangeError("The clock only moves forwards.");
    this.scheduler.runUntil(ms);
    this.clock.offsetMs += ms - this.clock.nowMs();
    await this.run(PLATFORM, null, (scope) => {
      scope.store.settings.save({ id: "clock_offset", value: String(this.clock.offsetMs) });
    });
    await this.webhooks.settled();
    this.scheduler.rearm();
  }

  stop(): void {
    this.scheduler.stop();
    this.webhooks.stop();
    this.universe.close();
  }
}

const keepsEffects = (error: unknown) => error instanceof StripeError && error.keepsEffects;
