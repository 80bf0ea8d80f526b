import type { Api } from "../shared/api";
import { failure, type Failure } from "./words";

/**
 * How the reader takes a command. Tests steer it with `POST /_sandbox/faults`, so that they need no
 * hold of the page's terminal; the reader asks before each command.
 */
export type Behaviour = {
  kind: "card" | "late" | "no_card" | "canceled" | "busy" | "timeout" | "offline" | "gone" | null;
  ms: number;
  card: string | null;
};

const asWanted: Behaviour = { kind: null, ms: 0, card: null };

export async function behaviourFor(api: Api, command: string): Promise<Behaviour> {
  const asked = await api.get<Behaviour>("/v1/terminal/simulator", { command });
  return asked.error ? asWanted : asked.value;
}

/** What the command resolves with when the reader does not carry it out. */
export function refusalOf({ kind }: Behaviour): Failure | null {
  switch (kind) {
    case "busy":
      return failure("reader_error", "The reader is busy with another command.");
    case "timeout":
      return failure("network_timeout", "The reader did not answer in time.");
    case "offline":
      return failure("network_error", "The reader cannot be reached.");
    case "gone":
      return failure("network_error", "The connection to the reader was lost.");
    default:
      return null;
  }
}
