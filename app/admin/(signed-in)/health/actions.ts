"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";
import { orderIdSchema } from "@/lib/ids";
import { settleCaseByMerchant } from "@/lib/merchants/cases";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";

const settleForm = z.object({
  caseId: z.uuid(),
  resolution: z.string().trim().min(3, "Please say what was done.").max(500),
});

export async function settleCase(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(settleForm, form, async (input) => {
    await settleCaseByMerchant({ ...input, merchantId: id });
    refresh();
    return "The case is settled.";
  });
}

const callOffForm = z.object({ orderId: orderIdSchema });

export async function callOff(_before: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireMerchant();
  return answerForm(callOffForm, form, async ({ orderId }) => {
    await cancelOrder({ orderId, actor: `merchant:${id}`, giveBack: true });
    refresh();
    return "The order is cancelled, and its money is on its way back.";
  });
}
