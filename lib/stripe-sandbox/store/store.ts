import type Stripe from "stripe";
import { idOf } from "../ids";
import type { Price, SandboxEvent } from "../wire";
import type {
  ChallengeRecord,
  Delivery,
  EndpointSecret,
  Secret,
  SessionState,
  Setting,
  StoredAnswer,
  Timer,
} from "./records";
import { Table, type Change, type Identified } from "./table";

/** The fields that every table offers to code that does not care what is in it. */
export type TableView = {
  name: string;
  size: number;
  put(value: Identified): void;
  drop(id: string): void;
  clear(): void;
  find(id: string): Identified | undefined;
  oldest(): Iterable<Identified>;
};

type KeyOf<T> = (value: T) => string | null | undefined;

/** All objects of one Stripe account. Objects of different accounts never meet. */
export class Store {
  readonly tables = new Map<string, TableView>();

  constructor(
    readonly account: string,
    private readonly log: (account: string, change: Change) => void,
  ) {}

  readonly customers = this.#table<Stripe.Customer, "email">("customers", {
    email: (customer) => customer.email,
  });
  readonly deletedObjects = this.#table<{ id: string; object: string }>("deleted", {});
  readonly paymentMethods = this.#table<Stripe.PaymentMethod, "customer">("payment_methods", {
    customer: (method) => idOf(method.customer),
  });
  readonly tokens = this.#table<Stripe.Token>("tokens", {});
  readonly confirmationTokens = this.#table<Stripe.ConfirmationToken>("confirmation_tokens", {});
  readonly sources = this.#table<Stripe.Source, "customer">("sources", {
    customer: (source) => source.customer,
  });
  readonly paymentIntents = this.#table<Stripe.PaymentIntent, "customer">("payment_intents", {
    customer: (intent) => idOf(intent.customer),
  });
  readonly setupIntents = this.#table<Stripe.SetupIntent, "customer">("setup_intents", {
    customer: (intent) => idOf(intent.customer),
  });
  readonly setupAttempts = this.#table<Stripe.SetupAttempt, "setup_intent">("setup_attempts", {
    setup_intent: (attempt) => idOf(attempt.setup_intent),
  });
  readonly mandates = this.#table<Stripe.Mandate>("mandates", {});
  readonly charges = this.#table<Stripe.Charge, "payment_intent" | "customer" | "transfer_group">(
    "charges",
    {
      payment_intent: (charge) => idOf(charge.payment_intent),
      customer: (charge) => idOf(charge.customer),
      transfer_group: (charge) => charge.transfer_group,
    },
  );
  readonly refunds = this.#table<Stripe.Refund, "charge" | "payment_intent">("refunds", {
    charge: (refund) => idOf(refund.charge),
    payment_intent: (refund) => idOf(refund.payment_intent),
  });
  readonly disputes = this.#table<Stripe.Dispute, "charge" | "payment_intent">("disputes", {
    charge: (dispute) => idOf(dispute.charge),
    payment_intent: (dispute) => idOf(dispute.payment_intent),
  });
  readonly balanceTransactions = this.#table<Stripe.BalanceTransaction, "source">(
    "balance_transactions",
    { source: (transaction) => idOf(transaction.source) },
  );
  readonly transfers = this.#table<Stripe.Transfer, "transfer_group">("transfers", {
    transfer_group: (transfer) => transfer.transfer_group,
  });
  readonly applicationFees = this.#table<Stripe.ApplicationFee, "charge">("application_fees", {
    charge: (fee) => idOf(fee.charge),
  });
  readonly transferReversals = this.#table<Stripe.TransferReversal, "transfer">(
    "transfer_reversals",
    { transfer: (reversal) => idOf(reversal.transfer) },
  );
  readonly customerBalanceTransactions = this.#table<Stripe.CustomerBalanceTransaction, "customer">(
    "customer_balance_transactions",
    { customer: (entry) => idOf(entry.customer) },
  );
  readonly taxIds = this.#table<Stripe.TaxId, "customer">("tax_ids", {
    customer: (taxId) => idOf(taxId.customer),
  });
  readonly feeRefunds = this.#table<Stripe.FeeRefund, "fee">("fee_refunds", {
    fee: (refund) => idOf(refund.fee),
  });
  readonly products = this.#table<Stripe.Product>("products", {});
  readonly prices = this.#table<Price, "product" | "lookup_key">("prices", {
    product: (price) => idOf(price.product),
    lookup_key: (price) => price.lookup_key,
  });
  readonly coupons = this.#table<Stripe.Coupon>("coupons", {});
  readonly promotionCodes = this.#table<Stripe.PromotionCode, "code">("promotion_codes", {
    code: (code) => code.code.toLowerCase(),
  });
  readonly shippingRates = this.#table<Stripe.ShippingRate>("shipping_rates", {});
  readonly taxRates = this.#table<Stripe.TaxRate>("tax_rates", {});
  readonly sessions = this.#table<Stripe.Checkout.Session, "payment_intent" | "customer">(
    "checkout_sessions",
    {
      payment_intent: (session) => idOf(session.payment_intent) ?? idOf(session.setup_intent),
      customer: (session) => idOf(session.customer),
    },
  );
  readonly portalSessions = this.#table<Stripe.BillingPortal.Session>("portal_sessions", {});
  readonly events = this.#table<SandboxEvent, "type">("events", { type: (event) => event.type });
  readonly webhookEndpoints = this.#table<Stripe.WebhookEndpoint>("webhook_endpoints", {});
  readonly accounts = this.#table<Stripe.Account>("accounts", {});
  readonly locations = this.#table<Stripe.Terminal.Location>("terminal_locations", {});
  readonly readers = this.#table<Stripe.Terminal.Reader, "location">("terminal_readers", {
    location: (reader) => idOf(reader.location),
  });

  readonly secrets = this.#table<Secret>("secrets", {});
  readonly challenges = this.#table<ChallengeRecord, "intent">("challenges", {
    intent: (challenge) => challenge.intent,
  });
  readonly timers = this.#table<Timer, "target">("timers", { target: (timer) => timer.target });
  readonly sessionStates = this.#table<SessionState>("session_states", {});
  readonly answers = this.#table<StoredAnswer>("answers", {});
  readonly deliveries = this.#table<Delivery, "event">("deliveries", {
    event: (delivery) => delivery.event,
  });
  readonly endpointSecrets = this.#table<EndpointSecret>("endpoint_secrets", {});
  readonly settings = this.#table<Setting>("settings", {});

  #table<T extends Identified, I extends string = never>(
    name: string,
    keys: Record<I, KeyOf<T>>,
  ): Table<T, I> {
    // The log is looked up at each change: fields are initialised before constructor parameters.
    const table = new Table<T, I>(name, (change) => this.log(this.account, change), keys);
    this.tables.set(name, table);
    return table;
  }
}
