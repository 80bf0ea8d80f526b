import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";

/**
 * The port to readers and to the cards that they read: what a till needs of a gateway beside moving
 * money. Each call throws a DomainError: invalid_input, not_found or wrong_state with the gateway's own
 * words when it refuses, gateway_down when it does not answer.
 */
export type Place = { ref: string; name: string; address: PlaceAddress };
export type PlaceAddress = {
  line1: string;
  line2?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  country: string;
};

export type Reader = {
  ref: string;
  label: string;
  deviceType: string;
  locationRef: string | null;
  serialNumber: string;
  online: boolean;
  isSimulated: boolean;
  turn: ReaderTurn | null;
};

/** What a reader that the server drives is doing, or did last. */
export type ReaderTurn = {
  /** The payment (`pi_…`) or setup (`seti_…`) that it is about; null: something else. */
  forRef: string | null;
  status: "in_progress" | "succeeded" | "failed";
  failure: { code: string; message: string } | null;
};

/** How a card that was kept without a payment came out. */
export type SetupResult = {
  status: "waiting" | "succeeded" | "failed";
  clientSecret: string | null;
  /** The reusable card: null where none could be made, as from a phone's wallet. */
  methodRef: string | null;
  customerRef: string | null;
};

export interface Terminal {
  connectionToken(locationRef?: string): Promise<string>;
  places(): Promise<Place[]>;
  createPlace(place: Omit<Place, "ref">): Promise<Place>;
  readers(locationRef?: string): Promise<Reader[]>;
  reader(ref: string): Promise<Reader>;
  registerReader(reader: {
    registrationCode: string;
    label?: string | undefined;
    locationRef?: string | undefined;
  }): Promise<Reader>;
  removeReader(ref: string): Promise<void>;
  /** Asks a reader to take a card for a payment; what comes of it is read from the payment. */
  present(readerRef: string, gatewayRef: string): Promise<Reader>;
  stop(readerRef: string): Promise<Reader>;
  /** Sets what a payment that has no card yet asks for. Doing it twice does it once. */
  changeAmount(gatewayRef: string, amountMinor: number): Promise<GatewayAnswer>;
  beginSetup(setup: { key: string; customerRef?: string | undefined }): Promise<{
    ref: string;
    clientSecret: string;
  }>;
  presentForSetup(readerRef: string, setupRef: string): Promise<Reader>;
  setup(ref: string): Promise<SetupResult>;
  /** Only where readers are simulated: a card is held to one. */
  holdCard(
    readerRef: string,
    card: { number?: string | undefined; tipMinor?: number | undefined },
  ): Promise<Reader>;
}
