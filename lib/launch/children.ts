import { spawn, type ChildProcess } from "node:child_process";

const GRACE_MS = 8_000;

/**
 * The processes that this one started. They live and die together: a signal goes to all, the end of
 * one ends the others, and each ends by itself when the channel to this process breaks.
 */
export class Children {
  private readonly running = new Map<string, ChildProcess>();
  private stopping = false;
  private readonly died: Promise<never>;
  private tellDeath: (error: Error) => void = () => undefined;

  constructor() {
    this.died = new Promise<never>((_resolve, reject) => {
      this.tellDeath = reject;
    });
    this.died.catch(() => undefined);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => void this.stop().then(() => process.exit(0)));
    }
  }

  /** Starts a program of ours, with what Node.js is told before its file. */
  start(name: string, program: string[], settings: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, program, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // Fewer pools for native memory, because each keeps what it once had; and large pieces go back to the
      // system when they are free, where the C library would begin to keep ever larger ones.
      env: {
        MALLOC_ARENA_MAX: "2",
        MALLOC_TRIM_THRESHOLD_: "131072",
        ...process.env,
        ...settings,
      },
    });
    this.running.set(name, child);
    child.on("exit", (code, signal) => this.ended(name, code, signal));
    return child;
  }

  /** The result of `work`, or the failure of a child that ended before it was done. */
  whileRunning<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.died]);
  }

  /** Asks all to end, and ends those that do not. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.running.values()].map(end));
  }

  /** Waits for ever, and fails when a child ends that was not asked to. */
  untilDeath(): Promise<never> {
    return this.died;
  }

  private ended(name: string, code: number | null, signal: string | null): void {
    this.running.delete(name);
    if (this.stopping) return;
    // A child that ends with 1 has said why itself.
    const how = signal ? `was ended by ${signal}` : `ended with code ${code ?? "none"}`;
    this.tellDeath(new Error(code === 1 ? "" : `The ${name} ${how}.`));
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const force = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
