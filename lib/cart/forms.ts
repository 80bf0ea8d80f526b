import { z } from "zod";
import { maxPerLine } from "@/lib/inventory/available";

const variantId = z.uuid("This is not for sale any more.");

export const addForm = z.object({
  variantId,
  quantity: z.coerce.number().int().min(1).max(maxPerLine),
});

/** A line of the cart: the number in its field, and which of its buttons was pressed. */
export const lineForm = z.object({
  variantId,
  quantity: z.coerce
    .number("Please write a number.")
    .int("Please write a whole number.")
    .min(0, "Please write a number from 0.")
    .max(maxPerLine, `No more than ${maxPerLine} go into one bag.`),
  step: z.enum(["-1", "1"]).optional(),
  remove: z.literal("1").optional(),
});

export function wantedQuantity({ quantity, step, remove }: z.output<typeof lineForm>): number {
  if (remove) return 0;
  return Math.min(Math.max(0, quantity + Number(step ?? 0)), maxPerLine);
}
