import { z } from "zod";
import { integer, metadata, oneOf, text } from "../params";
import { billingParams } from "./contact-params";
import { methodTypes, type MethodType } from "./method-table";

export const rawCardParams = z.strictObject({
  number: text(24),
  exp_month: integer(),
  exp_year: integer(),
  cvc: text(10).optional(),
  networks: z.strictObject({ preferred: text().optional() }).optional(),
});

export const cardParams = z.union([z.strictObject({ token: text() }), rawCardParams]);

const bank = z.strictObject({ bank: text().optional() });
const nothing = z.strictObject({});

/** What a simulated reader read: a test card's number. */
const present = z.strictObject({ number: text(24).optional() });

/** The details of each kind of payment method. */
const details = {
  au_becs_debit: z.strictObject({ account_number: text(), bsb_number: text() }).optional(),
  bacs_debit: z.strictObject({ account_number: text(), sort_code: text() }).optional(),
  acss_debit: z
    .strictObject({ account_number: text(), institution_number: text(), transit_number: text() })
    .optional(),
  sepa_debit: z.strictObject({ iban: text() }).optional(),
  us_bank_account: z
    .strictObject({
      account_number: text().optional(),
      routing_number: text().optional(),
      account_holder_type: oneOf("company", "individual").optional(),
      account_type: oneOf("checking", "savings").optional(),
      financial_connections_account: text().optional(),
    })
    .optional(),
  boleto: z.strictObject({ tax_id: text() }).optional(),
  ideal: bank.optional(),
  eps: bank.optional(),
  p24: bank.optional(),
  klarna: z.strictObject({ dob: z.unknown().optional() }).optional(),
  alipay: nothing.optional(),
  bancontact: nothing.optional(),
  blik: nothing.optional(),
  giropay: nothing.optional(),
  interac_present: present.optional(),
  card_present: present.optional(),
  konbini: nothing.optional(),
  link: nothing.optional(),
  oxxo: nothing.optional(),
  pay_by_bank: nothing.optional(),
  paypal: nothing.optional(),
};

export const methodData = {
  type: oneOf<MethodType>(...methodTypes),
  card: cardParams.optional(),
  billing_details: billingParams.optional(),
  allow_redisplay: oneOf("always", "limited", "unspecified").optional(),
  metadata: metadata().optional(),
  radar_options: z.strictObject({ session: text().optional() }).optional(),
  ...details,
};

/** `payment_method_data[…]` of intents. */
export const methodDataParams = z.strictObject(methodData);
export type MethodData = z.output<typeof methodDataParams>;
