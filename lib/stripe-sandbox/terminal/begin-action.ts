import type Stripe from "stripe";
import type { Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import type { Action } from "./perform";

type Command = Omit<Action, "api_error" | "failure_code" | "failure_message" | "status">;

export const findReader = (call: Call<unknown>) =>
  findOr(call.store.readers, "terminal.reader", call.id, "reader");

/** What a reader that cannot be reached, or is at work, makes of a command. */
const refusals = {
  busy: {
    code: "terminal_reader_busy",
    message:
      "Reader is currently busy processing another request. Please try again once the reader has finished.",
  },
  offline: {
    code: "terminal_reader_offline",
    message:
      "Reader is currently offline, please ensure the reader is powered on and connected to the network before retrying your API request.",
  },
  timeout: {
    code: "terminal_reader_timeout",
    message:
      "There was a timeout when sending this command to the reader. The reader may be slow or not connected to the network. Please retry your request.",
  },
  gone: {
    code: "terminal_reader_hardware_fault",
    message: "The reader reported a hardware fault. Please restart the reader and try again.",
  },
} as const;

type Refusal = keyof typeof refusals;

const isRefusal = (kind: string): kind is Refusal => kind in refusals;

function refuse(kind: Refusal) {
  const { code, message } = refusals[kind];
  return invalidRequest(message, { code });
}

/** A reader does one thing at a time. What it only shows does not count. */
export function begin(call: Call<unknown>, command: Command): Stripe.Terminal.Reader {
  const reader = findReader(call);
  const fault = call.world.faults.forReader(command.type);
  if (fault !== undefined && isRefusal(fault.kind)) throw refuse(fault.kind);
  if (reader.status === "offline") throw refuse("offline");
  const { action } = reader;
  if (action?.status === "in_progress" && action.type !== "set_reader_display") {
    throw refuse("busy");
  }
  return call.store.readers.save({
    ...reader,
    last_seen_at: call.now * 1000,
    action: {
      api_error: null,
      failure_code: null,
      failure_message: null,
      status: "in_progress",
      ...command,
    },
  });
}
