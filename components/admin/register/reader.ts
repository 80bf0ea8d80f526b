import type { ErrorResponse, Reader, Terminal } from "@stripe/terminal-js";
import { loadTerminal } from "./load-terminal";

/** Where a reader is, in the words that stand beside it all the time. */
export type ReaderState =
  | { is: "off" }
  | { is: "connecting" }
  | { is: "choose"; found: { id: string; label: string }[] }
  | { is: "ready"; label: string }
  | { is: "waiting"; label: string }
  | { is: "processing"; label: string }
  | { is: "gone"; message: string };

export type Taken =
  | { is: "done" }
  | { is: "canceled" }
  | { is: "declined"; message: string }
  /** It is not known what became of it: the server has to look. */
  | { is: "lost"; message: string };

type Setting = {
  script: string | null;
  isSandbox: boolean;
  locationRef: string | null;
  fetchToken: () => Promise<string>;
};

const labelOf = ({ label, id }: Reader) => label ?? id ?? "Reader";
const failed = (answer: object): answer is ErrorResponse => "error" in answer;

/**
 * A card reader that this page speaks to through Terminal.js. It stays connected from one sale to the
 * next, because it belongs to the page and not to a sale.
 */
export class BrowserReader {
  private now: ReaderState = { is: "off" };
  private terminal: Terminal | null = null;
  private found: Reader[] = [];
  private label = "";
  /** Grows when somebody stops waiting: what comes of an earlier try is not wanted any more. */
  private tries = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly setting: Setting) {}

  readonly state = (): ReaderState => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private become(next: ReaderState): void {
    this.now = next;
    for (const listener of this.listeners) listener();
  }

  private async open(): Promise<Terminal> {
    if (this.terminal) return this.terminal;
    const loaded = await loadTerminal(this.setting.script);
    this.terminal = loaded.create({
      onFetchConnectionToken: this.setting.fetchToken,
      onUnexpectedReaderDisconnect: () =>
        this.become({ is: "gone", message: "The reader was disconnected." }),
    });
    return this.terminal;
  }

  async connect(): Promise<void> {
    if (this.now.is === "connecting") return;
    await this.trying(async (terminal, isWanted) => {
      const { isSandbox, locationRef } = this.setting;
      const asked = isSandbox ? { simulated: true } : { location: locationRef ?? undefined };
      const answer = await terminal.discoverReaders(asked);
      if (!isWanted()) return;
      if (failed(answer)) return this.become({ is: "gone", message: answer.error.message });
      this.found = answer.discoveredReaders;
      const [only] = this.found;
      if (only === undefined) return this.become({ is: "gone", message: "No reader was found." });
      if (this.found.length === 1) return this.use(only);
      const found = this.found.map((each) => ({ id: each.id, label: labelOf(each) }));
      this.become({ is: "choose", found });
    });
  }

  async choose(id: string): Promise<void> {
    const reader = this.found.find((each) => each.id === id);
    if (reader) await this.use(reader);
  }

  private use(reader: Reader): Promise<void> {
    return this.trying(async (terminal, isWanted) => {
      const answer = await terminal.connectReader(reader);
      if (!isWanted()) return void (await terminal.disconnectReader());
      if (failed(answer)) return this.become({ is: "gone", message: answer.error.message });
      this.label = labelOf(reader);
      this.become({ is: "ready", label: this.label });
    });
  }

  private async trying(work: (terminal: Terminal, isWanted: () => boolean) => Promise<void>) {
    this.become({ is: "connecting" });
    this.tries += 1;
    const mine = this.tries;
    const isWanted = () => this.tries === mine;
    try {
      await work(await this.open(), isWanted);
    } catch (error) {
      const message = error instanceof Error ? error.message : "The reader does not answer.";
      if (isWanted()) this.become({ is: "gone", message });
    }
  }

  async take(clientSecret: string, testCard: string | null): Promise<Taken> {
    const { terminal } = this;
    if (terminal === null || this.now.is !== "ready") {
      return { is: "lost", message: "The reader is not connected." };
    }
    if (testCard !== null) terminal.setSimulatorConfiguration({ testCardNumber: testCard });
    this.become({ is: "waiting", label: this.label });
    const collected = await terminal.collectPaymentMethod(clientSecret);
    if (failed(collected)) return this.refusal(collected);
    this.become({ is: "processing", label: this.label });
    const done = await terminal.processPayment(collected.paymentIntent);
    if (failed(done)) return this.refusal(done);
    this.become({ is: "ready", label: this.label });
    return { is: "done" };
  }

  /** A shopper's "no" leaves the reader ready; anything else may have left money on its way. */
  private refusal({ error }: ErrorResponse): Taken {
    const { code, message, decline_code: declineCode } = error;
    if (this.now.is !== "gone") this.become({ is: "ready", label: this.label });
    if (code === "canceled") return { is: "canceled" };
    if (code === "card_declined" || declineCode) return { is: "declined", message };
    return { is: "lost", message };
  }

  /** Ends whatever the reader, or this page, is waiting for. */
  async cancel(): Promise<void> {
    switch (this.now.is) {
      case "connecting":
      case "choose":
        this.tries += 1;
        return this.become({ is: "off" });
      case "waiting":
        return void (await this.terminal?.cancelCollectPaymentMethod());
      case "processing":
        // The bank may have said yes already: what counts is what the server finds out.
        return void (await this.terminal?.cancelProcessPayment());
      default:
    }
  }
}
