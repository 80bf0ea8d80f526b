import type { Clock } from "./clock";

type Job = { dueMs: number; fire: () => void };

/** Node's timers hold at most this many milliseconds; a longer wait is done in parts. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Wakes things up when the sandbox's clock reaches their moment. It holds nothing that would be lost
 * in a crash: its jobs are rebuilt from tables at the start, and each job checks, when it fires,
 * whether there is still something to do.
 */
export class Scheduler {
  readonly #heap: Job[] = [];
  #timeout: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(private readonly clock: Clock) {}

  schedule(dueMs: number, fire: () => void): void {
    this.#push({ dueMs, fire });
    if (this.#heap[0]?.dueMs === dueMs) this.#arm();
  }

  /** Fires all that is due up to `ms`, each at its own moment. */
  runUntil(ms: number): void {
    for (let job = this.#heap[0]; job !== undefined && job.dueMs <= ms; job = this.#heap[0]) {
      this.#pop();
      this.clock.at(Math.max(job.dueMs, 0), job.fire);
    }
  }

  clear(): void {
    this.#heap.length = 0;
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timeout !== null) clearTimeout(this.#timeout);
  }

  rearm(): void {
    this.#arm();
  }

  #arm(): void {
    if (this.#timeout !== null) clearTimeout(this.#timeout);
    const next = this.#heap[0];
    if (next === undefined || this.#stopped) return;
    const wait = Math.min(Math.max(next.dueMs - this.clock.nowMs(), 0), LONGEST_WAIT_MS);
    this.#timeout = setTimeout(() => {
      this.runUntil(this.clock.nowMs());
      this.#arm();
    }, wait);
  }

  #push(job: Job): void {
    const heap = this.#heap;
    heap.push(job);
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfEarlier(at, parent)) return;
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const child = this.#earlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, at)) return;
      at = child;
    }
  }

  #earlier(a: number, b: number): boolean {
    return (this.#heap[a]?.dueMs ?? Infinity) < (this.#heap[b]?.dueMs ?? Infinity);
  }

  #swapIfEarlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined || first.dueMs >= second.dueMs) return false;
    this.#heap[a] = second;
    this.#heap[b] = first;
    return true;
  }
}
