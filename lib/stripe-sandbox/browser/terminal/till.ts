import { createApi, type Api } from "../shared/api";
import { createDesk, type Desk } from "./operation";
import { tapMs, type SimulatorConfiguration } from "./simulator";
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
  /** A command that waits for a card, and can be cancelled until it comes. */
  collect<Value>(name: string, work: () => Promise<Value>): Promise<Value | Failure>;
  /** A command that only talks to the API. */
  process<Value>(name: string, work: () => Promise<Value>): Promise<Value | Failure>;
};

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
      withReader(till, PaymentStatus.WAITING_FOR_INPUT, () =>
        till.desk.afterTap(name, tapMs, work),
      ),
    process: (name, work) =>
      withReader(till, PaymentStatus.PROCESSING, () => till.desk.run(name, work)),
  };
  return till;
}

async function withReader<Value>(
  till: Till,
  status: PaymentState,
  work: () => Promise<Value>,
): Promise<Value | Failure> {
  if (till.reader === null) {
    return failure("no_established_connection", "You must connect to a reader first.");
  }
  till.setPayment(status);
  const result = await work();
  till.setPayment(PaymentStatus.READY);
  return result;
}

/** A connection token of a connected account names it: `pst_test_acct_1abc_…`. */
function apiFor(origin: string, token: string | null): Api {
  const stripeAccount = token?.match(/acct_[A-Za-z\d]+/)?.[0];
  return createApi({ origin, publishableKey: "pk_test_sandbox", stripeAccount });
}
