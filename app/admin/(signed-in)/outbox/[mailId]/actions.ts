"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";
import { retryMail, sendQueuedMail } from "@/lib/mail/send-queued-mail";

const retryForm = z.object({ mailId: z.uuid() });

export async function sendMailAgain(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(retryForm, form, async ({ mailId }) => {
    await retryMail(mailId);
    await sendQueuedMail();
    refresh();
  });
}
