import { newId } from "./ids";
import type { Scope } from "./scope";
import type { Timer, TimerKind } from "./store/records";
import type { World } from "./world";

export type TimerHandlers = Record<TimerKind, (scope: Scope, target: string) => void>;

/** Things that happen by themselves. The table is the truth; the scheduler only wakes us. */
export class Timers {
  constructor(
    private readonly world: World,
    private readonly handlers: TimerHandlers,
  ) {}

  add(scope: Scope, timer: Omit<Timer, "id">): void {
    const saved = scope.store.timers.save({ id: newId("timer"), ...timer });
    this.#wake(scope.account, saved);
  }

  /** Takes away the timers of an object, such as the expiry of a session that was paid. */
  cancel(scope: Scope, target: string, kind: TimerKind): void {
    for (const timer of scope.store.timers.by("target", target)) {
      if (timer.kind === kind) scope.store.timers.remove(timer.id);
    }
  }

  resume(): void {
    for (const store of this.world.universe.accounts) {
      for (const timer of store.timers.oldest()) this.#wake(store.account, timer);
    }
  }

  #wake(account: string, timer: Timer): void {
    this.world.scheduler.schedule(timer.due * 1000, () => this.#fire(account, timer.id));
  }

  #fire(account: string, id: string): void {
    this.world.transact(account, null, (scope) => {
      const timer = scope.store.timers.find(id);
      if (timer === undefined) return;
      scope.store.timers.remove(id);
      this.handlers[timer.kind](scope, timer.target);
    });
  }
}
