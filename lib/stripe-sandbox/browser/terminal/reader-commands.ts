import { behaviourFor, refusalOf } from "./behaviour";
import { simulatedReader, type SimulatorConfiguration } from "./simulator";
import type { Reader, TerminalProps, Till } from "./till";
import { ConnectionStatus, PaymentStatus, failure, type Failure } from "./words";

/** Finding, connecting and setting up the reader; and what a reader with a screen can do. */
export function readerCommands(till: Till) {
  return {
    getConnectionStatus: () => till.connection,
    getPaymentStatus: () => till.payment,
    getConnectedReader: () => till.reader,
    setSimulatorConfiguration: (next: SimulatorConfiguration) => {
      till.simulator = { ...next };
    },
    getSimulatorConfiguration: () => ({ ...till.simulator }),
    overrideBaseURL: (_url: string) => undefined,
    discoverReaders: (given: { simulated?: boolean; location?: string } = {}) =>
      discoverReaders(till, given),
    connectReader: (chosen: Reader, _options?: { fail_if_in_use?: boolean }) =>
      connectReader(till, chosen),
    async disconnectReader() {
      till.reader = null;
      till.setPayment(PaymentStatus.NOT_READY);
      till.setConnection(ConnectionStatus.NOT_CONNECTED);
      return {};
    },
    async clearCachedCredentials() {
      till.token = null;
      return {};
    },
    setReaderDisplay: () => till.process("setReaderDisplay", async () => ({})),
    clearReaderDisplay: () => till.process("clearReaderDisplay", async () => ({})),
    print: () => till.process("print", async () => ({})),
    getReaderSettings: () => till.process("getReaderSettings", async () => ({ accessibility: {} })),
    setReaderSettings: (given: unknown) =>
      till.process("setReaderSettings", async () => ({ accessibility: {}, ...Object(given) })),
  };
}

async function discoverReaders(till: Till, given: { simulated?: boolean; location?: string }) {
  const fetched = await fetchToken(till.props);
  if ("error" in fetched) return fetched;
  till.token = fetched.secret;
  const { kind } = await behaviourFor(till.api(), "discoverReaders");
  if (kind === "offline" || kind === "gone") return { discoveredReaders: [] };
  const location = given.location ?? null;
  return { discoveredReaders: given.simulated ? [{ ...simulatedReader, location }] : [] };
}

async function connectReader(till: Till, chosen: Reader) {
  if (till.reader !== null) return failure("already_connected", "A reader is already connected.");
  till.setConnection(ConnectionStatus.CONNECTING);
  const fetched = till.token === null ? await fetchToken(till.props) : { secret: till.token };
  if ("error" in fetched) {
    till.setConnection(ConnectionStatus.NOT_CONNECTED);
    return fetched;
  }
  till.token = fetched.secret;
  const refused = refusalOf(await behaviourFor(till.api(), "connectReader"));
  if (refused !== null) {
    till.setConnection(ConnectionStatus.NOT_CONNECTED);
    return refused;
  }
  till.reader = { ...chosen };
  till.setConnection(ConnectionStatus.CONNECTED);
  till.setPayment(PaymentStatus.READY);
  return { reader: till.reader };
}

async function fetchToken(props: TerminalProps): Promise<{ secret: string } | Failure> {
  try {
    const secret = await props.onFetchConnectionToken();
    if (typeof secret === "string" && secret.startsWith("pst_")) return { secret };
    return failure("failed_fetch_connection_token", "The connection token is not valid.");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure("failed_fetch_connection_token", `onFetchConnectionToken failed: ${reason}`);
  }
}
