"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { DomainError } from "@/lib/errors";
import { answerForm, type FormState } from "@/lib/http/form";
import { currencySchema } from "@/lib/money/currency";
import { parseMajor } from "@/lib/money/money";
import { maybeCountSchema, maybeTimeSchema, percentSchema, tickedSchema } from "@/lib/money/typed";
import { findTargets } from "@/lib/promotions/queries";
import { savePromotion } from "@/lib/promotions/save-promotion";

const promotionForm = z.object({
  id: z.union([z.literal("new"), z.uuid()]),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[\w-]{2,40}$/, "A code is 2 to 40 letters, digits, - and _."),
  name: z.string().trim().min(1, "Please give it a name.").max(100, "At most 100 characters."),
  kind: z.enum(["percent", "amount", "free_shipping"]),
  currency: currencySchema,
  percent: z.union([z.literal(""), percentSchema], "Write a percentage, such as 19 or 7.25."),
  amount: z.string().trim(),
  minimum: z.string().trim(),
  targets: z.string().max(5000),
  usageLimit: maybeCountSchema,
  perEmailLimit: maybeCountSchema,
  startsAt: maybeTimeSchema,
  endsAt: maybeTimeSchema,
  firstOrderOnly: tickedSchema,
  combines: tickedSchema,
  active: tickedSchema,
});

type Input = z.output<typeof promotionForm>;

export async function savePromotionAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  let made: string | null = null;
  const state = await answerForm(promotionForm, form, async (input) => {
    const { id: known, percent, amount, minimum, targets, currency, ...rest } = input;
    const minimumMinor = amountOf(minimum, currency, "minimum");
    const { id } = await savePromotion({
      ...rest,
      id: known === "new" ? null : known,
      basisPoints: rest.kind === "percent" ? percentOf(percent) : null,
      amountMinor: rest.kind === "amount" ? required(amountOf(amount, currency, "amount")) : null,
      currency: rest.kind === "amount" ? currency : null,
      minimumMinor,
      minimumCurrency: minimumMinor === null ? null : currency,
      ...(await idsOf(targets)),
    });
    if (known === "new") made = id;
    refresh();
    return "Saved.";
  });
  if (made !== null) redirect(`/admin/promotions/${made}`);
  return state;
}

function percentOf(percent: Input["percent"]): number {
  if (percent !== "" && percent > 0) return percent;
  throw new DomainError("invalid_input", "Write a percentage above zero.", { field: "percent" });
}

function amountOf(typed: string, currency: Input["currency"], field: string): number | null {
  if (typed === "") return null;
  const minor = parseMajor(typed, currency);
  if (minor !== null && minor > 0) return minor;
  throw new DomainError("invalid_input", `This is not an amount in ${currency}.`, { field });
}

function required(amountMinor: number | null): number {
  if (amountMinor !== null) return amountMinor;
  throw new DomainError("invalid_input", "Write an amount above zero.", { field: "amount" });
}

async function idsOf(typed: string): Promise<{ productIds: string[]; categoryIds: string[] }> {
  const { products, categories } = await findTargets();
  const slugs = typed.split(/\s+/).filter(Boolean);
  const unknown = slugs.find(
    (slug) => ![...products, ...categories].some((target) => target.slug === slug),
  );
  if (unknown !== undefined) {
    const message = `There is no product and no category called “${unknown}”.`;
    throw new DomainError("invalid_input", message, { field: "targets" });
  }
  const ids = (of: typeof products) =>
    of.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
  return { productIds: ids(products), categoryIds: ids(categories) };
}
