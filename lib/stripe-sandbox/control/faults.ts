/**
 * Failures on demand. A fault applies to requests whose method and path match, either the next `times`
 * requests or each with a probability drawn from a seeded generator, so that a run can be repeated.
 */
export type RequestFault = {
  id: string;
  /** Such as `POST /v1/payment_intents/*`; `*` alone is everything. */
  endpoint: string;
  kind:
    | { is: "latency"; ms: number }
    | { is: "status"; status: number }
    | { is: "refused" }
    | { is: "dropped_after_effect" }
    | { is: "cut_answer" };
  times: number | null;
  probability: number | null;
};

export type WebhookFault = {
  id: string;
  /** Event types, such as `charge.*`. */
  events: string;
  kind: "lost" | "late" | "twice" | "shuffled" | "wrongly_signed";
  seconds: number;
  times: number | null;
  probability: number | null;
};

/** What a reader, or the shopper in front of it, does instead of what was asked. */
export type ReaderFault = {
  id: string;
  /** Methods of Terminal.js and actions of server-driven readers, such as `collect*`. */
  command: string;
  kind: (typeof readerFaults)[number];
  /** For `late`: how long until the card comes. */
  ms: number;
  /** For `card`: its number, or its name in Terminal.js. */
  card: string | null;
  times: number | null;
  probability: number | null;
};

/** Long beside a delivery, short beside a test. */
const LONGEST_HOLD_MS = 250;

export const readerFaults = [
  "card",
  "late",
  "no_card",
  "canceled",
  "wallet",
  "busy",
  "timeout",
  "offline",
  "gone",
] as const;

export class Faults {
  readers: ReaderFault[] = [];
  requests: RequestFault[] = [];
  webhooks: WebhookFault[] = [];
  #seed = 1;

  set seed(value: number) {
    this.#seed = value >>> 0 || 1;
  }

  clear(): void {
    this.requests = [];
    this.webhooks = [];
    this.readers = [];
  }

  forReader(command: string): ReaderFault | undefined {
    const found = this.readers.find(
      (fault) => matches(fault.command, command) && this.#applies(fault),
    );
    this.readers = this.readers.filter((fault) => fault.times !== 0);
    return found;
  }

  forRequest(method: string, path: string): RequestFault[] {
    if (this.requests.length === 0) return [];
    const found = this.requests.filter(
      (fault) => matches(fault.endpoint, `${method} ${path}`) && this.#applies(fault),
    );
    this.requests = this.requests.filter((fault) => fault.times !== 0);
    return found;
  }

  forWebhook(type: string): WebhookFault | undefined {
    const found = this.webhooks.find(
      (fault) => fault.kind !== "shuffled" && matches(fault.events, type) && this.#applies(fault),
    );
    this.webhooks = this.webhooks.filter((fault) => fault.times !== 0);
    return found;
  }

  /** How long a delivery is held back so that others overtake it, in milliseconds. */
  holdOf(type: string): number {
    const found = this.webhooks.find(
      (fault) => fault.kind === "shuffled" && matches(fault.events, type) && this.#applies(fault),
    );
    this.webhooks = this.webhooks.filter((fault) => fault.times !== 0);
    return found === undefined ? 0 : Math.round(this.#random() * LONGEST_HOLD_MS);
  }

  #applies(fault: { times: number | null; probability: number | null }): boolean {
    if (fault.times === 0) return false;
    if (fault.probability !== null && this.#random() >= fault.probability) return false;
    if (fault.times !== null) fault.times--;
    return true;
  }

  /** mulberry32: small, seeded, good enough to choose who fails. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** `*` stands for any run of characters, slashes included. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join(".*");
  return new RegExp(`^${source}$`).test(text);
}
