import {
  frameProtocol,
  isEnvelope,
  type FrameAnswer,
  type FrameInit,
  type FrameMethod,
  type FrameUpdate,
  type FromFrame,
  type ToFrame,
} from "../../shared/protocol";

export type FrameHandlers = {
  init(init: FrameInit): void;
  update(update: FrameUpdate): void;
  act(act: "focus" | "blur" | "clear" | "collapse"): void;
  call(method: FrameMethod, params: Record<string, unknown>): Promise<FrameAnswer>;
};

export type FrameLink = { emit(name: string, payload?: Record<string, unknown>): void };

/**
 * Joins this frame with the page that embeds it. The page's origin is in the frame's address; only
 * that origin is spoken to and listened to.
 */
export function connectFrame(handlers: FrameHandlers): FrameLink {
  const parentOrigin = new URLSearchParams(location.search).get("parent") ?? location.origin;
  const send = (message: FromFrame) =>
    window.parent.postMessage({ protocol: frameProtocol, message }, parentOrigin);

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== parentOrigin) return;
    if (!isEnvelope<ToFrame>(event.data)) return;
    const { message } = event.data;
    void receive(message, handlers, send);
    sendHeight(send);
    if (message.kind === "measure") void measureAt(message.width, send);
  });
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") send({ kind: "event", name: "escape", payload: {} });
  });
  reportFocus(send);
  reportHeight(send);
  send({ kind: "hello" });
  return { emit: (name, payload = {}) => send({ kind: "event", name, payload }) };
}

async function receive(
  message: ToFrame,
  handlers: FrameHandlers,
  send: (message: FromFrame) => void,
): Promise<void> {
  switch (message.kind) {
    case "init":
      return handlers.init(message.init);
    case "update":
      return handlers.update(message.update);
    case "act":
      return handlers.act(message.act);
    case "measure":
      return;
    case "call": {
      const answer = await handlers.call(message.method, message.params);
      return send({ kind: "answer", call: message.call, answer });
    }
  }
}

function reportFocus(send: (message: FromFrame) => void): void {
  window.addEventListener("focusin", (event) => {
    const cameFromInside = event.relatedTarget instanceof Node;
    if (!cameFromInside) send({ kind: "event", name: "focus", payload: {} });
  });
  window.addEventListener("focusout", (event) => {
    const staysInside = event.relatedTarget instanceof Node;
    if (!staysInside) send({ kind: "event", name: "blur", payload: {} });
  });
}

/** The page gives the frame exactly the height of its content, so it never scrolls by itself. */
function reportHeight(send: (message: FromFrame) => void): void {
  new ResizeObserver(() => sendHeight(send)).observe(document.body);
}

/**
 * Also sent right after the page has told something: a frame of another site that is out of view
 * gets no turn to observe itself, and would grow only when the shopper scrolls to it.
 */
function sendHeight(send: (message: FromFrame) => void): void {
  send({ kind: "height", px: Math.ceil(document.body.getBoundingClientRect().height) });
}

const widthTries = 40;
const widthTryMs = 25;

/**
 * The page learns its new width before this frame does. A frame of another site that is out of view
 * hears of it by no event, but is told when it asks.
 */
async function measureAt(width: number, send: (message: FromFrame) => void): Promise<void> {
  for (let tries = 0; tries < widthTries && Math.abs(innerWidth - width) > 1; tries++) {
    await new Promise<void>((resolve) => setTimeout(resolve, widthTryMs));
  }
  sendHeight(send);
}
