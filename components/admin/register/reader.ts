import type { ErrorResponse, Reader, StripeTerminal, Terminal } from "@stripe/terminal-js";

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

export type BrowserReader = {
  state: () => ReaderState;
  subscribe: (listener: () => void) => () => void;
  connect: () => Promise<void>;
  choose: (id: string) => Promise<void>;
  disconnect: () => Promise<void>;
  take: (clientSecret: string, testCard: string | null) => Promise<Taken>;
  cancel: () => Promise<void>;
};

async function loadTerminal(script: string | null): Promise<StripeTerminal> {
  if (script !== null && !("StripeTerminal" in window)) await addScript(script);
  const { loadStripeTerminal } = await import("@stripe/terminal-js");
  const loaded = await loadStripeTerminal();
  if (!loaded) throw new Error("Terminal.js works in browsers only.");
  return loaded;
}

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error("The reader's script did not load.")));
    document.head.append(script);
  });
}

const labelOf = ({ label, id }: Reader) => label ?? id ?? "Reader";
const failed = (answer: object): answer is ErrorResponse => "error" in answer;

/**
 * A card reader that this page speaks to through Terminal.js. It stays connected from one sale to the
 * next, because it belongs to the page and not to a sale.
 */
export function createBrowserReader(setting: Setting): BrowserReader {
  let state: ReaderState = { is: "off" };
  let terminal: Terminal | null = null;
  let found: Reader[] = [];
  let label = "";
  const listeners = new Set<() => void>();
  const become = (next: ReaderState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function open(): Promise<Terminal> {
    if (terminal) return terminal;
    const loaded = await loadTerminal(setting.script);
    terminal = loaded.create({
      onFetchConnectionToken: setting.fetchToken,
      onUnexpectedReaderDisconnect: () =>
        become({ is: "gone", message: "The reader was disconnected." }),
    });
    return terminal;
  }

  async function use(reader: Reader): Promise<void> {
    become({ is: "connecting" });
    const answer = await (await open()).connectReader(reader);
    if (failed(answer)) return become({ is: "gone", message: answer.error.message });
    label = labelOf(reader);
    become({ is: "ready", label });
  }

  async function connect(): Promise<void> {
    if (state.is === "connecting") return;
    become({ is: "connecting" });
    try {
      const { isSandbox, locationRef } = setting;
      const asked = isSandbox ? { simulated: true } : { location: locationRef ?? undefined };
      const answer = await (await open()).discoverReaders(asked);
      if (failed(answer)) return become({ is: "gone", message: answer.error.message });
      found = answer.discoveredReaders;
      const [only] = found;
      if (only === undefined) return become({ is: "gone", message: "No reader was found." });
      if (found.length === 1) return await use(only);
      become({ is: "choose", found: found.map((each) => ({ id: each.id, label: labelOf(each) })) });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The reader does not answer.";
      become({ is: "gone", message });
    }
  }

  /** A shopper's "no" leaves the reader ready; anything else may have left money on its way. */
  function refusal({ error }: ErrorResponse): Taken {
    const { code, message, decline_code: declineCode } = error;
    if (state.is !== "gone") become({ is: "ready", label });
    if (code === "canceled") return { is: "canceled" };
    if (code === "card_declined" || declineCode) return { is: "declined", message };
    return { is: "lost", message };
  }

  async function take(clientSecret: string, testCard: string | null): Promise<Taken> {
    if (terminal === null || state.is !== "ready") {
      return { is: "lost", message: "The reader is not connected." };
    }
    const till = terminal;
    if (testCard !== null) till.setSimulatorConfiguration({ testCardNumber: testCard });
    become({ is: "waiting", label });
    const collected = await till.collectPaymentMethod(clientSecret);
    if (failed(collected)) return refusal(collected);
    become({ is: "processing", label });
    const done = await till.processPayment(collected.paymentIntent);
    if (failed(done)) return refusal(done);
    become({ is: "ready", label });
    return { is: "done" };
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect,
    choose: async (id) => {
      const reader = found.find((each) => each.id === id);
      if (reader) await use(reader);
    },
    disconnect: async () => {
      await terminal?.disconnectReader();
      become({ is: "off" });
    },
    take,
    cancel: async () => {
      if (state.is === "waiting") await terminal?.cancelCollectPaymentMethod();
    },
  };
}
