"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { DomainError } from "@/lib/errors";
import { answerForm, type FormState, type Unsettled } from "@/lib/http/form";
import { orderIdSchema, paymentIdSchema } from "@/lib/ids";
import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money, parseMajor } from "@/lib/money/money";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { liveMinor } from "@/lib/payments/core/sums";
import type { TransactionState } from "@/lib/payments/core/types";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain, type LookOutcome } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { readOrder } from "@/lib/payments/store/orders";
import { whatIsNew } from "./what-is-new";

const target = z.object({
  orderId: orderIdSchema,
  paymentId: paymentIdSchema,
  idempotencyKey: z.string().min(1).max(200),
});

/** "12.50" and its currency become minor units here, once. */
const amount = z.object({ amount: z.string(), currency: currencySchema });

function withMinor<Shape extends z.infer<typeof amount>>(
  { amount: typed, currency, ...rest }: Shape,
  context: z.RefinementCtx,
) {
  const amountMinor = parseMajor(typed, currency);
  if (amountMinor !== null && amountMinor > 0) return { ...rest, amountMinor };
  const message = `Please enter an amount in ${currency}, such as ${currency === "JPY" ? "1200" : "12.50"}.`;
  context.addIssue({ code: "custom", path: ["amount"], message });
  return z.NEVER;
}

const captureForm = target
  .extend(amount.shape)
  .extend({
    /** How its page calls it: money that comes offline is received. */
    word: z.enum(["captured", "received"]),
  })
  .transform(withMinor);

const refundForm = target
  .extend(amount.shape)
  .extend({
    mechanism: z.enum(["automatic", "manual"]),
    reason: z.enum(["requested_by_customer", "duplicate", "fraudulent", "other"]),
    note: z
      .string()
      .trim()
      .max(500, "Please use at most 500 characters.")
      .transform((note) => note || undefined),
  })
  .transform(withMinor);

export async function captureOrderPayment(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(captureForm, form, ({ word, ...input }) =>
    settle(word, () => capturePayment({ ...input, actor: `merchant:${id}` })),
  );
}

export async function refundOrderPayment(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(refundForm, form, (input) =>
    settle(input.mechanism === "manual" ? "marked as refunded" : "refunded", () =>
      refundPayment({ ...input, actor: `merchant:${id}` }),
    ),
  );
}

export async function voidOrderPayment(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(target, form, (input) =>
    settle("released", () => voidPayment({ ...input, actor: `merchant:${id}` })),
  );
}

/** Runs the operation, shows what it changed, and says what came of it: never more than is known. */
async function settle(
  done: string,
  operate: () => Promise<TransactionState>,
): Promise<string | Unsettled> {
  const transaction = await withFirstAnswer(operate).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== "key_reused") throw error;
    refresh();
    throw new DomainError(
      "key_reused",
      "Something else was done with this payment since you opened the page. It is up to date now: please look again.",
    );
  });
  refresh();
  const { status, amountMinor, currency, failureCode, failureMessage } = transaction;
  const sum = formatMoney(money(amountMinor, currencySchema.parse(currency)), "en-US");
  switch (status) {
    case "succeeded":
      return `${sum} ${done}.`;
    case "failed":
      throw new DomainError(
        "gateway_declined",
        failureMessage ?? `The gateway refused (${failureCode ?? "no reason given"}).`,
      );
    case "pending":
    case "requires_action":
      return {
        unsettled: `${sum} is under way. The gateway has taken the order and will say when it is done.`,
      };
    case "unknown":
      return {
        unsettled: `The gateway has not answered about ${sum}. Nothing is lost: the store keeps asking until it knows.`,
      };
  }
}

const orderForm = z.object({ orderId: orderIdSchema });

export async function sendOrder(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(orderForm, form, async ({ orderId }) => {
    await fulfilOrder({ orderId, actor: `merchant:${id}` });
    refresh();
    return "The order is marked as sent, and the customer is told.";
  });
}

export async function cancelWholeOrder(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(orderForm, form, async ({ orderId }) => {
    await cancelOrder({ orderId, actor: `merchant:${id}` });
    refresh();
    const { payments, currency } = await readOrder(orderId);
    const live = money(liveMinor(payments), currencySchema.parse(currency));
    if (live.minor === 0) return "The order is cancelled.";
    const sum = formatMoney(live, "en-US");
    return {
      unsettled: `The order is cancelled. ${sum} is still here: refund it, or cancel the authorization.`,
    };
  });
}

export async function askGatewayAgain(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(orderForm, form, async ({ orderId }) => {
    const before = await readOrder(orderId);
    const outcome = await lookAgain({ orderId });
    refresh();
    if (outcome !== "seen") return askedInVain[outcome];
    const after = await readOrder(orderId);
    return whatIsNew(before.payments, after.payments, currencySchema.parse(after.currency));
  });
}

const askedInVain = {
  nothing: "The gateway has no trace of this order's payments, so nothing has changed.",
  unknown:
    "The gateway did not answer, so nothing new is known. Nothing is lost: the store keeps asking.",
} as const satisfies Record<Exclude<LookOutcome, "seen">, string>;

const recordForm = z
  .object({
    orderId: orderIdSchema,
    idempotencyKey: z.string().min(1).max(200),
    reference: z
      .string()
      .trim()
      .max(120, "Please use at most 120 characters.")
      .transform((text) => text || undefined),
    method: z.enum(["purchase", "authorize"]),
  })
  .extend(amount.shape)
  .transform(withMinor);

/** Money that is paid outside of the store: received already, or expected. */
export async function recordOfflinePayment(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(recordForm, form, async (input) => {
    await payOrder({ ...input, gateway: "manual", actor: `merchant:${id}` });
    refresh();
    return input.method === "purchase" ? "The payment is recorded." : "The payment is expected.";
  });
}
