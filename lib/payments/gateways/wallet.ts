/**
 * The port to a gateway that keeps cards for people. It is beside the one that moves money, because a
 * gateway can do one without the other, and nothing here moves any.
 */
export const walletGatewayIds = ["stripe", "stripe_connect"] as const;
export type WalletGatewayId = (typeof walletGatewayIds)[number];

/** always: may be offered at the next checkout. Anything else may only be used as was agreed. */
export const redisplays = ["always", "limited", "unspecified"] as const;
export type Redisplay = (typeof redisplays)[number];

export type GatewayCard = {
  /** `pm_…` */
  ref: string;
  /** Whose it is at the gateway: `cus_…`; null when it is nobody's. */
  customerRef: string | null;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  allowRedisplay: Redisplay;
};

export type NewCustomer = {
  /** Our row's id: the idempotency key, and what is left in the metadata. */
  customerId: string;
  owner: string;
  email: string | null;
  name: string | null;
};

export type NewSetup = {
  customerRef: string;
  customerId: string;
  usage: "on_session" | "off_session";
  consent: string | null;
};

export type CardSetup = {
  ref: string;
  customerRef: string | null;
  state: "waiting" | "succeeded" | "failed";
  /** Why it did not work, in words for the shopper. */
  message: string | null;
  card: GatewayCard | null;
  consent: string | null;
};

/** @throws DomainError gateway_down without an answer, gateway_declined, not_found (all methods) */
export interface WalletGateway {
  readonly id: WalletGatewayId;
  createCustomer(customer: NewCustomer): Promise<string>;
  /** For a customer whose creation may have been forgotten: by the id in its metadata. */
  findCustomer(customerId: string): Promise<string | null>;
  /** Null when the gateway has no such customer any more. */
  cardsOf(customerRef: string): Promise<GatewayCard[] | null>;
  card(ref: string): Promise<GatewayCard>;
  /** Takes a token too, and gives the card that is made of it. */
  attach(customerRef: string, ref: string, redisplay?: Redisplay): Promise<GatewayCard>;
  /** A card that is nobody's already is no error. */
  detach(ref: string): Promise<void>;
  setDefault(customerRef: string, ref: string): Promise<void>;
  beginSetup(setup: NewSetup): Promise<{ clientSecret: string; ref: string }>;
  lookAtSetup(ref: string): Promise<CardSetup>;
  /** A page of the gateway where its customer looks after their own cards. */
  portalUrl(customerRef: string, returnUrl: string, locale: string): Promise<string>;
}
