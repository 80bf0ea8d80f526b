"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { disableGiftCard, enableGiftCard, issueGiftCard } from "@/lib/gift-cards/issue";
import { answerForm, type FormState } from "@/lib/http/form";
import { currencySchema } from "@/lib/money/currency";
import { parseMajor } from "@/lib/money/money";
import { maybeTimeSchema } from "@/lib/money/typed";

const issueForm = z
  .object({
    amount: z.string().trim(),
    currency: currencySchema,
    expiresAt: maybeTimeSchema,
    note: z.string().trim().max(200, "At most 200 characters."),
  })
  .transform(({ amount, ...rest }, context) => {
    const amountMinor = parseMajor(amount, rest.currency);
    if (amountMinor !== null) return { ...rest, amountMinor };
    const message = `This is not an amount in ${rest.currency}.`;
    context.addIssue({ code: "custom", path: ["amount"], message });
    return z.NEVER;
  });

export async function issueAction(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(issueForm, form, async ({ expiresAt, ...input }) => {
    const limit = expiresAt === null ? {} : { expiresAt };
    const { code } = await issueGiftCard({ ...input, ...limit, actor: `merchant:${id}` });
    refresh();
    return `The code is ${code}. It is shown only now.`;
  });
}

const switchForm = z.object({ id: z.uuid(), to: z.enum(["on", "off"]) });

export async function switchAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(switchForm, form, async ({ id, to }) => {
    await (to === "on" ? enableGiftCard({ id }) : disableGiftCard({ id }));
    refresh();
    return to === "on" ? "It can be used again." : "It pays nothing from now on.";
  });
}
