/**
 * The sandbox's clock: real time plus an offset that tests move forwards. Everything that is due by
 * itself (settlements, expiries, webhook retries) is due on this clock.
 */
export class Clock {
  #offsetMs = 0;
  /** While time is being moved, the moment that has been reached, so that effects are dated right. */
  #heldMs: number | null = null;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  set offsetMs(value: number) {
    this.#offsetMs = value;
  }

  nowMs(): number {
    return this.#heldMs ?? Date.now() + this.#offsetMs;
  }

  /** Unix seconds, as in every `created`. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  /** Runs `work` as if it were that moment. */
  at<R>(ms: number, work: () => R): R {
    const before = this.#heldMs;
    this.#heldMs = ms;
    try {
      return work();
    } finally {
      this.#heldMs = before;
    }
  }
}
