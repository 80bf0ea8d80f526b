import { z } from "zod";
import { methodTypes } from "@/lib/register/in-person";

/**
 * What this dialect takes. Bodies are strict, so that a misspelt `amount` is an error and not "all of it".
 * Amounts are decimal major units, as a number or as text; what they are in minor units depends on the
 * account's currency, so `money.ts` reads them.
 */
const refOf = (prefix: string, name: string) =>
  z
    .string()
    .max(255)
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9_]+$`), `must be ${name} such as ${prefix}_123`);

const paymentId = refOf("pi", "a payment id");
const methodId = refOf("pm", "a payment method id");
const setupId = refOf("seti", "a setup id");
const readerId = refOf("tmr", "a reader id");
const locationId = refOf("tml", "a location id");

/** Names that callers give: text or whole numbers, without control characters or spaces at the ends. */
const externalId = z
  .union([z.string(), z.int().nonnegative()], {
    error: ({ input }) => (input === undefined ? "is required" : "must be text or a whole number"),
  })
  .transform(String)
  .pipe(
    z
      .string()
      .min(1, "must not be empty")
      .max(255, "must have at most 255 characters")
      .regex(/^[^\p{C}]+$/u, "must not have control characters")
      .regex(/^\S(.*\S)?$/su, "must not begin or end with a space"),
  );

const account = { external_account_id: externalId };

const amount = z.union([z.number(), z.string().max(40)], {
  error: ({ input }) => (input === undefined ? "is required" : "must be an amount such as 12.99"),
});

const intentFields = {
  ...account,
  amount,
  tip_amount: amount.optional(),
  payment_method_types: z.enum(methodTypes),
  capture_method: z.enum(["manual", "automatic"]).default("automatic"),
  external_transaction_id: externalId.optional(),
  external_payment_id: externalId.optional(),
  external_customer_id: externalId.optional(),
  allow_saving_card: z.boolean().optional(),
  payment_method_id: methodId.optional(),
  known_payment_ids: z.array(paymentId).max(50).optional(),
};

/** Both names mean the same; the second is how later versions call it. */
const named = <T extends { external_transaction_id?: string; external_payment_id?: string }>(
  { external_transaction_id, external_payment_id, ...rest }: T,
  context: z.RefinementCtx,
) => {
  const name = external_transaction_id ?? external_payment_id;
  const differ = external_payment_id !== undefined && external_payment_id !== name;
  if (name !== undefined && !differ) return { ...rest, transactionId: name };
  const message = differ ? "differs from external_payment_id" : "is required";
  context.addIssue({ code: "custom", path: ["external_transaction_id"], message });
  return z.NEVER;
};

export const intentRequest = z.strictObject(intentFields).transform(named);

export const changeRequest = z.strictObject({
  ...account,
  payment_id: paymentId.optional(),
  external_transaction_id: externalId.optional(),
  external_payment_id: externalId.optional(),
  amount: amount.optional(),
  external_customer_id: externalId.optional(),
  allow_saving_card: z.boolean().optional(),
});

export const authRequest = z
  .strictObject({
    ...account,
    payment_id: paymentId,
    payment_method_id: methodId.optional(),
    external_customer_id: externalId.optional(),
    reader_id: readerId.optional(),
    terminal_id: readerId.optional(),
  })
  .transform(({ reader_id, terminal_id, ...rest }) => ({
    ...rest,
    readerId: reader_id ?? terminal_id,
  }));

export const captureRequest = z.strictObject({
  ...account,
  payment_id: paymentId,
  /** Left out: everything that is authorized. */
  amount: amount.optional(),
});

export const cancelRequest = z.strictObject({ ...account, payment_id: paymentId });

export const refundRequest = z.strictObject({
  ...account,
  payment_id: paymentId,
  /** Left out: everything that was captured and not refunded. */
  amount: amount.optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  /** The same refund asked twice is one. */
  external_refund_id: externalId.optional(),
});

export const saveCardRequest = z
  .strictObject({
    ...account,
    external_customer_id: externalId,
    payment_id: paymentId.optional(),
    payment_method_id: methodId.optional(),
    setup_id: setupId.optional(),
    consent: z.string().max(2000).optional(),
  })
  .refine(
    ({ payment_id, payment_method_id, setup_id }) =>
      [payment_id, payment_method_id, setup_id].filter((one) => one !== undefined).length === 1,
    "Exactly one of payment_id, payment_method_id and setup_id is required",
  );

export const setupRequest = z.strictObject({
  ...account,
  external_customer_id: externalId.optional(),
  external_transaction_id: externalId,
});

export const cardsQuery = z.strictObject({ ...account, external_customer_id: externalId });
export const cardPath = z.strictObject({ id: z.union([z.uuid(), methodId], "is not a card id") });
export const paymentPath = z.strictObject({ id: paymentId });
export const accountQuery = z.strictObject(account);

export const tokenRequest = z.strictObject({ ...account, location: locationId.optional() });

export const locationRequest = z.strictObject({
  ...account,
  display_name: z.string().trim().min(1).max(1000),
  address: z.strictObject({
    line1: z.string().trim().min(1).max(500),
    line2: z.string().max(500).optional(),
    city: z.string().max(500).optional(),
    state: z.string().max(500).optional(),
    postal_code: z.string().max(50).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, "must be a country such as US"),
  }),
});

export const readersQuery = z.strictObject({ ...account, location: locationId.optional() });
export const readerRequest = z.strictObject({
  ...account,
  registration_code: z.string().trim().min(1).max(255),
  label: z.string().trim().min(1).max(255).optional(),
  location: locationId.optional(),
});
export const readerQuery = z.strictObject({ ...account, reader_id: readerId });

export const defaultCardRequest = z.strictObject({ ...account, external_customer_id: externalId });

/** An address without a part that says what is meant. */
export const nowhere = z.unknown();
