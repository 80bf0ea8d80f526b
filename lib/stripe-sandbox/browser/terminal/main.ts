import { createTerminal } from "./create-terminal";
import type { TerminalProps } from "./till";
import { AllowRedisplay, ConnectionStatus, OutputLogLevel, PaymentStatus } from "./words";

/** `/js/terminal.js`: puts `window.StripeTerminal` in place, with a reader that is simulated. */
const script = document.currentScript;
const origin =
  script instanceof HTMLScriptElement ? new URL(script.src).origin : window.location.origin;

const StripeTerminal = {
  create: (props: TerminalProps) => createTerminal(origin, props),
  AllowRedisplay,
  ConnectionStatus,
  OutputLogLevel,
  PaymentStatus,
};

if (!Reflect.has(window, "StripeTerminal")) Reflect.set(window, "StripeTerminal", StripeTerminal);
