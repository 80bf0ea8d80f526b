"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { DomainError } from "@/lib/errors";
import { answerForm, type FormState } from "@/lib/http/form";
import { currencySchema, shopCurrencies } from "@/lib/money/currency";
import { formatMoney, money, parseMajor } from "@/lib/money/money";
import type { PaymentState } from "@/lib/payments/core/types";
import { chargeShopper } from "@/lib/shoppers/operations/charge-shopper";

const common = z.object({
  shopperId: z.string().min(1).max(100),
  cardId: z.uuid("Please choose a card."),
  idempotencyKey: z.string().min(8).max(100),
});

const orderForm = common.extend({ orderId: z.uuid() });

const amountForm = common
  .extend({
    amount: z.string(),
    currency: z.enum(shopCurrencies),
    title: z.string().trim().min(1, "Please write what it is for.").max(200),
  })
  .transform(({ amount, ...rest }, context) => {
    const amountMinor = parseMajor(amount, rest.currency);
    if (amountMinor !== null && amountMinor > 0) return { ...rest, amountMinor };
    const message = `Please enter an amount in ${rest.currency}.`;
    context.addIssue({ code: "custom", path: ["amount"], message });
    return z.NEVER;
  });

export async function chargeCard(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant("/admin/customers");
  const charge = async (input: z.output<typeof orderForm> | z.output<typeof amountForm>) => {
    const payment = await chargeShopper({ ...input, actor: `merchant:${id}` });
    refresh();
    return outcomeOf(payment);
  };
  if (form.has("orderId")) return answerForm(orderForm, form, charge);
  return answerForm(amountForm, form, charge);
}

/** What became of it, in one sentence; a refusal is shown as one although it is recorded. */
function outcomeOf({ transactions, amountMinor, currency }: PaymentState): string {
  const last = transactions.at(-1);
  const amount = formatMoney(money(amountMinor, currencySchema.parse(currency)));
  if (last?.status === "succeeded") return `${amount} was charged.`;
  if (last?.failureCode === "authentication_required") {
    throw new DomainError(
      "gateway_declined",
      `The bank wants to see the customer. They have a mail with a link to pay ${amount}.`,
    );
  }
  if (last?.status === "failed") {
    const reason = last.failureMessage ?? "The card was refused.";
    throw new DomainError("gateway_declined", `${reason} The customer has a mail about it.`);
  }
  return `${amount} is on its way: the payment service has not answered yet.`;
}
