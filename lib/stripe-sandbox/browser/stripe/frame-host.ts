import {
  frameProtocol,
  isEnvelope,
  type FrameAnswer,
  type FrameInit,
  type FrameMethod,
  type FrameUpdate,
  type FromFrame,
  type ToFrame,
} from "../shared/protocol";

export type FrameHost = {
  readonly iframe: HTMLIFrameElement;
  update(update: FrameUpdate): void;
  act(act: "focus" | "blur" | "clear" | "collapse"): void;
  call(method: FrameMethod, params?: Record<string, unknown>): Promise<FrameAnswer>;
  /** For a frame that fills its container whatever it holds. */
  keepHeight(): void;
  close(): void;
};

type Options = {
  origin: string;
  frame: string;
  title: string;
  /** Height until the frame has measured itself, so that the page jumps less. */
  startHeight: number;
  init: Promise<FrameInit>;
  onEvent(name: string, payload: Record<string, unknown>): void;
  onFailure(message: string): void;
};

const loadTimeoutMs = 20_000;

/** The store's end of a frame. Only messages of this very frame and of the sandbox's origin count. */
export function createFrameHost(options: Options): FrameHost {
  const { origin, onEvent, onFailure } = options;
  const iframe = frameElement(options);
  const calls = openCalls();
  let isOpen = true;
  let followsHeight = true;
  let markInitialized: () => void = () => undefined;
  const initialized = new Promise<void>((resolve) => (markInitialized = resolve));
  const post = (message: ToFrame) =>
    iframe.contentWindow?.postMessage({ protocol: frameProtocol, message }, origin);
  const later = (message: ToFrame) => void initialized.then(() => post(message));
  const receive = (event: MessageEvent) => {
    const message = messageFrom(iframe, origin, event);
    if (message?.kind === "height" && followsHeight) iframe.style.height = `${message.px}px`;
    if (message?.kind === "event") onEvent(message.name, message.payload);
    if (message?.kind === "answer") calls.answer(message.call, message.answer);
    if (message?.kind === "hello") void hello();
  };

  async function hello(): Promise<void> {
    clearTimeout(timer);
    try {
      const init = await options.init;
      if (isOpen) post({ kind: "init", init });
      markInitialized();
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
    }
  }

  const widths = whenResized(iframe, (width) => later({ kind: "measure", width }));
  const timer = setTimeout(onFailure, loadTimeoutMs, "The payment form could not be loaded.");
  window.addEventListener("message", receive);
  return {
    iframe,
    update: (update) => later({ kind: "update", update }),
    act: (act) => later({ kind: "act", act }),
    call: (method, params = {}) =>
      calls.open((call) => later({ kind: "call", call, method, params })),
    keepHeight: () => void (followsHeight = false),
    close() {
      isOpen = false;
      clearTimeout(timer);
      widths.disconnect();
      window.removeEventListener("message", receive);
      iframe.remove();
      calls.abandon();
    },
  };
}

function whenResized(iframe: HTMLIFrameElement, tell: (width: number) => void): ResizeObserver {
  const observer = new ResizeObserver(() => tell(iframe.clientWidth));
  observer.observe(iframe);
  return observer;
}

function messageFrom(
  iframe: HTMLIFrameElement,
  origin: string,
  { data, origin: from, source }: MessageEvent,
): FromFrame | null {
  if (source !== iframe.contentWindow || from !== origin) return null;
  return isEnvelope<FromFrame>(data) ? data.message : null;
}

/** Questions to a frame that wait for their answers, by number. */
function openCalls() {
  const waiting = new Map<number, (answer: FrameAnswer) => void>();
  let last = 0;
  return {
    open(send: (call: number) => void): Promise<FrameAnswer> {
      const call = ++last;
      send(call);
      return new Promise((resolve) => waiting.set(call, resolve));
    },
    answer(call: number, answer: FrameAnswer): void {
      waiting.get(call)?.(answer);
      waiting.delete(call);
    },
    abandon(): void {
      const error = { type: "api_error", message: "The payment form was removed." } as const;
      for (const answer of waiting.values()) answer({ error });
      waiting.clear();
    },
  };
}

/** Styled through properties, which a strict content security policy of the store allows. */
function frameElement({ origin, frame, title, startHeight }: Options): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  const parent = encodeURIComponent(window.location.origin);
  iframe.src = `${origin}/frames/${frame}?parent=${parent}`;
  iframe.title = title;
  iframe.name = `__privateStripeFrame${Math.random().toString(36).slice(2, 8)}`;
  iframe.setAttribute("allow", "payment *");
  // Four pixels around the form are room for focus rings, which the frame would cut off.
  Object.assign(iframe.style, {
    display: "block",
    width: "calc(100% + 8px)",
    height: `${startHeight}px`,
    margin: "-4px",
    border: "0",
    padding: "0",
    colorScheme: "light",
    userSelect: "none",
  });
  return iframe;
}
