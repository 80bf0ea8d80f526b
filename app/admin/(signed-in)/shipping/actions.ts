"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";
import { maybeCountSchema, tickedSchema } from "@/lib/money/typed";
import { saveRate, saveZone } from "@/lib/shipping/manage";
import { parsePriceLines } from "@/lib/shipping/price-lines";
import { rateTextLimits, rateTextsForm } from "@/lib/shipping/rate-texts";

const id = z.union([z.literal("new").transform(() => null), z.uuid()]);
const name = z.string().trim().min(1, "Please give it a name.").max(60, "At most 60 characters.");

const codes = (pattern: RegExp, message: string) =>
  z
    .string()
    .toUpperCase()
    .transform((typed) => typed.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every((code) => pattern.test(code)), message);

const zoneForm = z.object({
  id,
  name,
  countries: codes(/^[A-Z]{2}$/, "Two letters for each country, such as DE."),
  regions: codes(/^[A-Z]{2}-[^\s-]+$/, "A country and a region, such as US-AK."),
});

export async function saveZoneAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  const state = await answerForm(zoneForm, form, saveZone);
  if (state.is === "done") redirect("/admin/shipping");
  return state;
}

const whole = (most: number) => {
  const message = `Write a whole number, up to ${most}.`;
  return z.coerce.number(message).int(message).min(0, message).max(most, message);
};

const rateForm = z
  .object({
    id,
    code: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9-]{2,40}$/, "Small letters, digits and -."),
    name,
    description: z.string().trim().max(rateTextLimits.description, "At most 200 characters."),
    zoneId: z.union([z.literal("").transform(() => null), z.uuid()]),
    basis: z.enum(["flat", "weight", "total"]),
    prices: z.string().max(5000),
    maxGrams: maybeCountSchema,
    minDays: whole(365),
    maxDays: whole(365),
    position: whole(999),
    active: tickedSchema,
  })
  .transform(({ prices: typed, ...rate }, context) => {
    const prices = parsePriceLines(typed, rate.basis);
    if (prices !== null && prices.length > 0) return { ...rate, prices };
    const message = "One currency a line, such as: USD 7.00; free from 100";
    context.addIssue({ code: "custom", path: ["prices"], message });
    return z.NEVER;
  })
  .refine(({ minDays, maxDays }) => minDays <= maxDays, {
    path: ["maxDays"],
    message: "It is less than the shortest time.",
  });

export async function saveRateAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  const state = await answerForm(rateForm.and(rateTextsForm), form, saveRate);
  if (state.is === "done") redirect("/admin/shipping");
  return state;
}
