/** The enumerations of Terminal.js, under the names by which code refers to them. */
export const PaymentStatus = {
  NOT_READY: "not_ready",
  READY: "ready",
  WAITING_FOR_INPUT: "waiting_for_input",
  PROCESSING: "processing",
} as const;

export const ConnectionStatus = {
  CONNECTING: "connecting",
  CONNECTED: "connected",
  NOT_CONNECTED: "not_connected",
} as const;

export const OutputLogLevel = { NONE: "none", VERBOSE: "verbose" } as const;

export const AllowRedisplay = {
  ALWAYS: "always",
  LIMITED: "limited",
  UNSPECIFIED: "unspecified",
} as const;

export type PaymentState = (typeof PaymentStatus)[keyof typeof PaymentStatus];
export type ConnectionState = (typeof ConnectionStatus)[keyof typeof ConnectionStatus];

/** Methods of Terminal.js resolve with their errors; nothing is ever thrown at a cashier. */
export type TerminalError = {
  type?: string;
  code?: string;
  message: string;
  decline_code?: string;
  request_id?: string;
  payment_intent?: unknown;
};

export type Failure = { error: TerminalError };

export function failure(code: string, message: string): Failure {
  return { error: { code, message } };
}
