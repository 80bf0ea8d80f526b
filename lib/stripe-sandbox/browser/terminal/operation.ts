import { failure, type Failure } from "./words";

/** A reader does one thing at a time, and what it does can be cancelled while it waits for a card. */
export type Desk = {
  /** Runs `work` after the card was presented, unless it is cancelled before. */
  afterTap<Value>(
    name: string,
    waitMs: number,
    work: () => Promise<Value>,
  ): Promise<Value | Failure>;
  run<Value>(name: string, work: () => Promise<Value>): Promise<Value | Failure>;
  cancel(name: string): Promise<Record<string, never> | Failure>;
};

type Running = { name: string; cancel: (() => void) | null };

export function createDesk(): Desk {
  let running: Running | null = null;
  const busy = () =>
    failure("command_already_in_progress", `Another command is in progress: ${running?.name}.`);

  return {
    async afterTap(name, waitMs, work) {
      if (running !== null) return busy();
      const mine: Running = { name, cancel: null };
      running = mine;
      try {
        const wasCancelled = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(false), waitMs);
          mine.cancel = () => {
            clearTimeout(timer);
            resolve(true);
          };
        });
        mine.cancel = null;
        if (wasCancelled) return failure("canceled", "The command was canceled.");
        return await work();
      } finally {
        running = null;
      }
    },
    async run(name, work) {
      if (running !== null) return busy();
      running = { name, cancel: null };
      try {
        return await work();
      } finally {
        running = null;
      }
    },
    async cancel(name) {
      if (running === null || running.name !== name || running.cancel === null) {
        return failure("cancelable_already_completed", `There is no ${name} to cancel.`);
      }
      running.cancel();
      return {};
    },
  };
}
