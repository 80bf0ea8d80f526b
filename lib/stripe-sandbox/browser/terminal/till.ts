import { createApi, type Api } from "../shared/api";
import { behaviourFor, refusalOf, type Behaviour } from "./behaviour";
import { createDesk, type Command, type Desk } from "./operation";
import { holding, tapMs, type SimulatorConfiguration } from "./simulator";
import {
  ConnectionStatus,
  PaymentStatus,
  failure,
  type ConnectionState,
  type Failure,
  type PaymentState,
} from "./words";

export type TerminalProps = {
  onFetchConnectionToken: () => Promise<string>;
  onUnexpectedReaderDisconnect?: (event: { error?: unknown }) => void;
  onConnectionStatusChange?: (event: { status: ConnectionState }) => void;
  onPaymentStatusChange?: (event: { status: PaymentState }) => void;
};

export type Reader = { id: string } & Record<string, unknown>;

/** What the commands of one terminal share: its state, its reader, and the way to the API. */
export type Till = {
  readonly props: TerminalProps;
  readonly desk: Desk;
  simulator: SimulatorConfiguration;
  token: string | null;
  reader: Reader | null;
  connection: ConnectionState;
  payment: PaymentState;
  api(): Api;
  setConnection(status: ConnectionState): void;
  setPayment(status: PaymentState): void;
  /** A command that waits for the shopper, who comes with what `config` says. */
  collect<Value>(name: string, work: Work<Value>): Promise<Value | Failure>;
  /** A command that asks the bank, or only the reader. */
  process<Value>(name: string, work: () => Promise<Value | Failure>): Promise<Value | Failure>;
};

type Work<Value> = (config: SimulatorConfiguration) => Promise<Value | Failure>;

export function createTill(origin: string, props: TerminalProps): Till {
  const till: Till = {
    props,
    desk: createDesk(),
    simulator: {},
    token: null,
    reader: null,
    connection: ConnectionStatus.NOT_CONNECTED,
    payment: PaymentStatus.NOT_READY,
    api: () => apiFor(origin, till.token),
    setConnection(status) {
      till.connection = status;
      props.onConnectionStatusChange?.({ status });
    },
    setPayment(status) {
      till.payment = status;
      props.onPaymentStatusChange?.({ status });
    },
    collect: (name, work) =>
      withReader(till, name, PaymentStatus.WAITING_FOR_INPUT, (command, behaviour) =>
        afterTap(till, command, behaviour, work),
      ),
    process: (name, work) =>
      withReader(till, name, PaymentStatus.PROCESSING, (command) => {
        command.settle();
        return work();
      }),
  };
  return till;
}

type Steps<Value> = (command: Command, behaviour: Behaviour) => Promise<Value | Failure>;

async function withReader<Value>(
  till: Till,
  name: string,
  status: PaymentState,
  steps: Steps<Value>,
): Promise<Value | Failure> {
  if (till.reader === null) {
    return failure("no_established_connection", "You must connect to a reader first.");
  }
  let began = false;
  const result = await till.desk.run(name, async (command) => {
    began = true;
    till.setPayment(status);
    const behaviour = await behaviourFor(till.api(), name);
    const refused = refusalOf(behaviour);
    if (behaviour.kind === "gone") loseReader(till);
    return refused ?? steps(command, behaviour);
  });
  if (began && till.reader !== null) till.setPayment(PaymentStatus.READY);
  return result;
}

async function afterTap<Value>(
  till: Till,
  command: Command,
  { kind, ms, card }: Behaviour,
  work: Work<Value>,
): Promise<Value | Failure> {
  if (kind === "no_card") await command.wait(null);
  await command.wait(kind === "late" ? ms : tapMs);
  if (kind === "canceled") {
    return failure("canceled", "The command was canceled by the customer on the reader.");
  }
  command.settle();
  if (kind === "card" && card !== null) till.simulator = holding(till.simulator, card);
  return work(till.simulator);
}

/** The reader was switched off, or went out of reach. */
export function loseReader(till: Till): void {
  till.reader = null;
  till.setPayment(PaymentStatus.NOT_READY);
  till.setConnection(ConnectionStatus.NOT_CONNECTED);
  const { error } = failure("network_error", "The connection to the reader was lost.");
  till.props.onUnexpectedReaderDisconnect?.({ error });
}

/** A connection token of a connected account names it: `pst_test_acct_1abc_…`. */
function apiFor(origin: string, token: string | null): Api {
  const stripeAccount = token?.match(/acct_[A-Za-z\d]+/)?.[0];
  return createApi({ origin, publishableKey: "pk_test_sandbox", stripeAccount });
}
