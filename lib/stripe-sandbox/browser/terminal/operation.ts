import { failure, type Failure } from "./words";

/** A reader does one thing at a time, and what it does can be cancelled while it waits. */
export type Desk = {
  /** Runs `work`, and resolves with `canceled` when it is cancelled before it calls `settle`. */
  run<Value>(
    name: string,
    work: (command: Command) => Promise<Value | Failure>,
  ): Promise<Value | Failure>;
  cancel(name: string): Promise<Record<string, never> | Failure>;
};

export type Command = {
  /** Resolves after `ms`, or never. */
  wait(ms: number | null): Promise<void>;
  /** From here on it cannot be cancelled any more: a card was read, or the bank is asked. */
  settle(): void;
};

type Running = { name: string; cancel: (() => void) | null };

export function createDesk(): Desk {
  let running: Running | null = null;
  return {
    async run(name, work) {
      if (running !== null) {
        const message = `Another command is in progress: ${running.name}.`;
        return failure("command_already_in_progress", message);
      }
      const mine: Running = { name, cancel: null };
      running = mine;
      try {
        return await raced(mine, work);
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

function raced<Value>(
  mine: Running,
  work: (command: Command) => Promise<Value | Failure>,
): Promise<Value | Failure> {
  let wasCancelled = false;
  const cancelled = new Promise<Failure>((resolve) => {
    mine.cancel = () => {
      wasCancelled = true;
      resolve(failure("canceled", "The command was canceled."));
    };
  });
  const command: Command = {
    // A command that was cancelled stays where it waits, so nothing of it happens afterwards.
    wait: (ms) =>
      new Promise((resolve) => {
        if (ms !== null) setTimeout(() => wasCancelled || resolve(), ms);
      }),
    settle: () => (mine.cancel = null),
  };
  return Promise.race([cancelled, work(command)]);
}
