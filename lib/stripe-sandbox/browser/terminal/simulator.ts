/** What the simulated reader reads when a card is held to it. */
export type SimulatorConfiguration = {
  testCardNumber?: string | null;
  testPaymentMethod?: string | null;
  tipAmount?: number | null;
  paymentMethodType?: string | null;
  collectInputsResult?: { resultType?: string; skipBehavior?: string } | null;
};

/** The names that Terminal.js gives to test cards, and the numbers behind them. */
const testMethods: Readonly<Record<string, string>> = {
  visa: "4242424242424242",
  visa_debit: "4000056655665556",
  mastercard: "5555555555554444",
  mastercard_debit: "5200828282828210",
  mastercard_prepaid: "5105105105105100",
  amex: "378282246310005",
  amex2: "371449635398431",
  discover: "6011111111111117",
  discover2: "6011000990139424",
  diners: "3056930009020004",
  diners_14digits: "36227206271667",
  jcb: "3566002020360505",
  unionpay: "6200000000000005",
  interac: "4506445006931933",
  charge_declined: "4000000000000002",
  charge_declined_insufficient_funds: "4000000000009995",
  charge_declined_lost_card: "4000000000009987",
  charge_declined_stolen_card: "4000000000009979",
  charge_declined_expired_card: "4000000000000069",
  charge_declined_processing_error: "4000000000000119",
  refund_fail: "4000000000005126",
};

export function cardNumberOf(config: SimulatorConfiguration): string {
  if (config.testCardNumber) return config.testCardNumber.replace(/\D/g, "");
  return testMethods[config.testPaymentMethod ?? "visa"] ?? "4242424242424242";
}

export function presentTypeOf(config: SimulatorConfiguration): "card_present" | "interac_present" {
  const isInterac =
    config.paymentMethodType === "interac_present" || config.testPaymentMethod === "interac";
  return isInterac ? "interac_present" : "card_present";
}

/** The configuration with another card in it: its number, or its name. */
export function holding(config: SimulatorConfiguration, card: string): SimulatorConfiguration {
  return /^[\d ]+$/.test(card)
    ? { ...config, testCardNumber: card }
    : { ...config, testCardNumber: null, testPaymentMethod: card };
}

export const simulatedReader = {
  id: "SIMULATOR",
  object: "terminal.reader",
  action: null,
  device_sw_version: null,
  device_type: "simulated_wisepos_e",
  ip_address: "0.0.0.0",
  label: "Simulated reader (Sandbox)",
  last_seen_at: null,
  livemode: false,
  location: null,
  metadata: {},
  serial_number: "SIMULATOR",
  status: "online",
} as const;

/** Time that a shopper takes to hold a card to the reader, in milliseconds. */
export const tapMs = 400;
