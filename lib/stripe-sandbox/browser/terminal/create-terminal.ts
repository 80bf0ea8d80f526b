import type { PaymentMethod } from "@stripe/stripe-js";
import type Stripe from "stripe";
import { createApi, type Api, type ApiResult } from "../shared/api";
import { brandOf } from "../shared/card-brand";
import { intentAddress } from "../stripe/intents/intent-address";
import { createDesk } from "./operation";
import {
  cardNumberOf,
  presentTypeOf,
  simulatedReader,
  tapMs,
  type SimulatorConfiguration,
} from "./simulator";
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

type Reader = { id: string } & Record<string, unknown>;
type Collected = Stripe.PaymentIntent & { sdk_payment_details?: unknown };

/** `StripeTerminal.create(props)`: a terminal whose only reader lives in this page. */
export function createTerminal(origin: string, props: TerminalProps) {
  if (typeof props?.onFetchConnectionToken !== "function") {
    throw new Error("You must provide onFetchConnectionToken to StripeTerminal.create().");
  }
  let config: SimulatorConfiguration = {};
  let token: string | null = null;
  let reader: Reader | null = null;
  let connection: ConnectionState = ConnectionStatus.NOT_CONNECTED;
  let payment: PaymentState = PaymentStatus.NOT_READY;
  let refund: Record<string, string | number | boolean | undefined> | null = null;
  const desk = createDesk();

  const setConnection = (status: ConnectionState) => {
    connection = status;
    props.onConnectionStatusChange?.({ status });
  };
  const setPayment = (status: PaymentState) => {
    payment = status;
    props.onPaymentStatusChange?.({ status });
  };
  /** With a reader, and with the payment's status told around it. */
  const withReader = async <Value>(
    status: PaymentState,
    work: () => Promise<Value>,
  ): Promise<Value | Failure> => {
    if (reader === null) {
      return failure("no_established_connection", "You must connect to a reader first.");
    }
    setPayment(status);
    const result = await work();
    setPayment(PaymentStatus.READY);
    return result;
  };
  const collect = <Value>(name: string, work: () => Promise<Value>) =>
    withReader(PaymentStatus.WAITING_FOR_INPUT, () => desk.afterTap(name, tapMs, work));
  const process = <Value>(name: string, work: () => Promise<Value>) =>
    withReader(PaymentStatus.PROCESSING, () => desk.run(name, work));
  const api = (): Api => apiFor(origin, token);

  return {
    getConnectionStatus: () => connection,
    getPaymentStatus: () => payment,
    getConnectedReader: () => reader,
    setSimulatorConfiguration: (next: SimulatorConfiguration) => void (config = { ...next }),
    getSimulatorConfiguration: () => ({ ...config }),
    overrideBaseURL: (_url: string) => undefined,

    async discoverReaders(given: { simulated?: boolean; location?: string } = {}) {
      const fetched = await fetchToken(props);
      if ("error" in fetched) return fetched;
      token = fetched.secret;
      const location = given.location ?? null;
      return { discoveredReaders: given.simulated ? [{ ...simulatedReader, location }] : [] };
    },
    async connectReader(chosen: Reader, _options?: { fail_if_in_use?: boolean }) {
      if (reader !== null) return failure("already_connected", "A reader is already connected.");
      setConnection(ConnectionStatus.CONNECTING);
      const fetched = token === null ? await fetchToken(props) : { secret: token };
      if ("error" in fetched) {
        setConnection(ConnectionStatus.NOT_CONNECTED);
        return fetched;
      }
      token = fetched.secret;
      reader = { ...chosen };
      setConnection(ConnectionStatus.CONNECTED);
      setPayment(PaymentStatus.READY);
      return { reader };
    },
    async disconnectReader() {
      reader = null;
      setPayment(PaymentStatus.NOT_READY);
      setConnection(ConnectionStatus.NOT_CONNECTED);
      return {};
    },
    async clearCachedCredentials() {
      token = null;
      return {};
    },
    setReaderDisplay: () => process("setReaderDisplay", async () => ({})),
    clearReaderDisplay: () => process("clearReaderDisplay", async () => ({})),
    print: () => process("print", async () => ({})),
    getReaderSettings: () => process("getReaderSettings", async () => ({ accessibility: {} })),
    setReaderSettings: (given: unknown) =>
      process("setReaderSettings", async () => ({ accessibility: {}, ...Object(given) })),
    collectInputs: ({ inputs }: { inputs: { formType: string }[] }) =>
      collect("collectInputs", async () =>
        inputs.map(({ formType }) => ({ formType, skipped: true, toggles: [] })),
      ),
    cancelCollectInputs: () => desk.cancel("collectInputs"),

    collectPaymentMethod: (clientSecret: string) =>
      collect("collectPaymentMethod", async () => {
        const found = await retrieve<Stripe.PaymentIntent>(api(), clientSecret);
        if (found.error) return told(found.error);
        const { status } = found.value;
        if (status !== "requires_payment_method") {
          return failure("invalid_request_error", `This PaymentIntent is ${status}.`);
        }
        const intent = { ...found.value, client_secret: clientSecret };
        return { paymentIntent: { ...intent, sdk_payment_details: readDetails(config) } };
      }),
    cancelCollectPaymentMethod: () => desk.cancel("collectPaymentMethod"),

    processPayment: (intent: Collected) =>
      process("processPayment", async () => {
        if (intent?.sdk_payment_details === undefined) {
          const message = "Call collectPaymentMethod before processPayment.";
          return failure("no_active_collect_payment_method_attempt", message);
        }
        const confirmed = await confirm<Stripe.PaymentIntent>(api(), intent.client_secret, config);
        return confirmed.error ? told(confirmed.error) : { paymentIntent: confirmed.value };
      }),
    cancelProcessPayment: () => desk.cancel("processPayment"),

    collectSetupIntentPaymentMethod: (clientSecret: string) =>
      collect("collectSetupIntentPaymentMethod", async () => {
        const found = await retrieve<Stripe.SetupIntent>(api(), clientSecret);
        if (found.error) return told(found.error);
        return { setupIntent: { ...found.value, client_secret: clientSecret } };
      }),
    cancelCollectSetupIntentPaymentMethod: () => desk.cancel("collectSetupIntentPaymentMethod"),
    confirmSetupIntent: (intent: Stripe.SetupIntent) =>
      process("confirmSetupIntent", async () => {
        const confirmed = await confirm<Stripe.SetupIntent>(api(), intent.client_secret, config);
        return confirmed.error ? told(confirmed.error) : { setupIntent: confirmed.value };
      }),
    cancelConfirmSetupIntent: () => desk.cancel("confirmSetupIntent"),

    readReusableCard: (_options: { customer?: string } = {}) =>
      collect("readReusableCard", async () => {
        const made = await api().post<PaymentMethod>("/v1/payment_methods", {
          type: "card",
          card: { ...rawCard(config), cvc: "123" },
        });
        return made.error ? told(made.error) : { payment_method: made.value };
      }),
    cancelReadReusableCard: () => desk.cancel("readReusableCard"),

    collectRefundPaymentMethod: (
      charge: string,
      amount: number,
      currency: string,
      options: { reverse_transfer?: boolean; refund_application_fee?: boolean } = {},
    ) =>
      collect("collectRefundPaymentMethod", async () => {
        refund = { charge, amount, currency, ...options };
        return {};
      }),
    cancelCollectRefundPaymentMethod: () => desk.cancel("collectRefundPaymentMethod"),
    processRefund: () =>
      process("processRefund", async () => {
        if (refund === null) {
          const message = "Call collectRefundPaymentMethod before processRefund.";
          return failure("no_active_collect_refund_payment_method_attempt", message);
        }
        const params = { connection_token: token, ...refund };
        const made = await api().post<Stripe.Refund>("/v1/terminal/refunds", params);
        refund = null;
        return made.error ? told(made.error) : { refund: made.value };
      }),
    cancelProcessRefund: () => desk.cancel("processRefund"),
  };
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

/** A connection token of a connected account names it: `pst_test_acct_1abc_…`. */
function apiFor(origin: string, token: string | null): Api {
  const stripeAccount = token?.match(/acct_[A-Za-z\d]+/)?.[0];
  return createApi({ origin, publishableKey: "pk_test_sandbox", stripeAccount });
}

function retrieve<Value>(api: Api, clientSecret: string): Promise<ApiResult<Value>> {
  return api.get<Value>(intentAddress(clientSecret).path, { client_secret: clientSecret });
}

/** The reader hands over the card that it read, and the intent is confirmed with it. */
async function confirm<Value>(
  api: Api,
  clientSecret: string | null,
  config: SimulatorConfiguration,
): Promise<ApiResult<Value>> {
  const type = presentTypeOf(config);
  const number = cardNumberOf(config);
  const made = await api.post<PaymentMethod>("/v1/payment_methods", { type, [type]: { number } });
  if (made.error) return { error: made.error };
  const { path } = intentAddress(clientSecret);
  return api.post<Value>(`${path}/confirm`, {
    client_secret: clientSecret,
    payment_method: made.value.id,
  });
}

function rawCard(config: SimulatorConfiguration) {
  return {
    number: cardNumberOf(config),
    exp_month: 12,
    exp_year: new Date().getFullYear() + 2,
  };
}

function readDetails(config: SimulatorConfiguration) {
  const { exp_month, exp_year, number } = rawCard(config);
  const card = { brand: brandOf(number).name, last4: number.slice(-4), exp_month, exp_year };
  const tip = config.tipAmount ?? null;
  return {
    type: presentTypeOf(config),
    card_payment: { payment_method: { ...card, read_method: "contactless_emv" } },
    tip_selection: tip === null ? null : { amount: tip },
  };
}

/** The API's error in the shape of Terminal.js, with the intent that it is about. */
function told(error: NonNullable<ApiResult<unknown>["error"]>): Failure {
  const { type, code, decline_code, payment_intent } = error;
  return {
    error: {
      type,
      code,
      decline_code,
      payment_intent,
      message: error.message ?? "The payment failed.",
    },
  };
}
