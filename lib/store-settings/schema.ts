import { z } from "zod";

/** Where the shopper pays: fields in our page, Stripe's form in our page, or Stripe's own page. */
export const paymentWays = ["elements", "embedded", "hosted"] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** The kinds of payment that a merchant can offer here, by Stripe's names. */
export const methodTypes = [
  "card",
  "link",
  "alipay",
  "bancontact",
  "blik",
  "eps",
  "ideal",
  "klarna",
  "p24",
  "pay_by_bank",
  "paypal",
  "sepa_debit",
  "au_becs_debit",
  "bacs_debit",
  "us_bank_account",
  "boleto",
  "konbini",
  "oxxo",
] as const;
export type MethodType = (typeof methodTypes)[number];

const colour = z
  .string()
  .trim()
  .regex(/^(#[0-9a-fA-F]{6})?$/, "Write a colour as #1a2b3c.");

const picture = z
  .string()
  .trim()
  .refine(
    (value) => value === "" || /^https:\/\/[^\s/]+\/\S+$/.test(value),
    "Write the picture's whole address, beginning with https://.",
  );

/** What Stripe takes for each of its texts. */
const text = z.string().trim().max(1200, "At most 1,200 characters.");

/** Empty strings mean "not set": Stripe's own look, name or words are used. */
export const storeSettingsSchema = z.object({
  way: z.enum(paymentWays).default("elements"),
  /** Empty: everything that the Stripe account has switched on. */
  methods: z.array(z.enum(methodTypes)).default([]),
  branding: z
    .object({
      name: z.string().trim().max(60, "At most 60 characters.").default(""),
      buttonColor: colour.default(""),
      backgroundColor: colour.default(""),
      logoUrl: picture.default(""),
    })
    .default({ name: "", buttonColor: "", backgroundColor: "", logoUrl: "" }),
  texts: z
    .object({
      submit: text.default(""),
      afterSubmit: text.default(""),
      shippingAddress: text.default(""),
    })
    .default({ submit: "", afterSubmit: "", shippingAddress: "" }),
  /** Products and prices exist at Stripe too, and payment pages name them. */
  syncCatalog: z.boolean().default(false),
});
export type StoreSettings = z.infer<typeof storeSettingsSchema>;
