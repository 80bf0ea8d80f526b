"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";
import { updateProduct, updateVariant } from "@/lib/merchants/update-product";
import { chargeStep } from "@/lib/money/charge-step";
import { currencySchema } from "@/lib/money/currency";
import { parseMajor } from "@/lib/money/money";

const productForm = z.object({
  productId: z.uuid(),
  title: z.string().trim().min(1, "Please enter a title.").max(120, "At most 120 characters."),
  subtitle: z.string().trim().max(160, "At most 160 characters."),
  description: z.string().trim().min(1, "Please describe it.").max(5000),
  status: z.enum(["draft", "live"]),
  captureLater: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

export async function saveProduct(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(productForm, form, async (input) => {
    await updateProduct(input);
    refresh();
    return "Saved.";
  });
}

const units = z.coerce
  .number("Please enter a number.")
  .int("Please enter a whole number.")
  .min(0, "It cannot be less than none.")
  .max(1_000_000);

/** The prices are fields named "price.USD": each in its own currency's decimals. */
const variantForm = z
  .object({ variantId: z.uuid(), onHand: units.optional(), sawOnHand: units.optional() })
  .catchall(z.string())
  .transform(({ variantId, onHand, sawOnHand, ...fields }, context) => {
    const prices = Object.entries(fields).flatMap(([name, typed]) => {
      const currency = currencySchema.safeParse(name.split(".")[1] ?? "");
      if (!name.startsWith("price.") || !currency.success) return [];
      const amountMinor = parseMajor(String(typed), currency.data);
      const isCharged = amountMinor !== null && amountMinor % chargeStep(currency.data) === 0;
      if (isCharged) return [{ currency: currency.data, amountMinor }];
      if (amountMinor !== null) {
        const message = "The last digit has to be zero: no card is charged less.";
        context.addIssue({ code: "custom", path: [name], message });
        return [];
      }
      context.addIssue({ code: "custom", path: [name], message: "This is not an amount." });
      return [];
    });
    const isCounted = onHand !== undefined && sawOnHand !== undefined;
    return { variantId, prices, stock: isCounted ? { onHand, sawOnHand } : null };
  });

export async function saveVariant(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(variantForm, form, async (input) => {
    await updateVariant(input);
    refresh();
    return "Saved.";
  });
}
