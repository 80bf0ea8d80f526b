"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import {
  createApiClient,
  disableApiClient,
  enableApiClient,
  rotateApiClientSecret,
} from "@/lib/auth/api-clients/clients";
import { requireMerchant } from "@/lib/auth/merchant";
import { answerForm, type FormState } from "@/lib/http/form";

const creation = z.object({
  name: z.string().trim().min(1, "Please give it a name.").max(80),
  rights: z.enum(["shopper", "backend"]),
});

const once = (id: string, secret: string) =>
  `Copy it now, it is not shown again. client_id: ${id}, client_secret: ${secret}`;

export async function createProgram(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/programs");
  return answerForm(creation, form, async ({ name, rights }) => {
    const { id, secret } = await createApiClient({ name, withSecret: rights === "backend" });
    refresh();
    return secret === null ? `client_id: ${id}` : once(id, secret);
  });
}

const named = z.object({ id: z.string().min(1).max(200) });

export async function rotateSecret(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/programs");
  return answerForm(named, form, async ({ id }) => {
    const { secret } = await rotateApiClientSecret(id);
    refresh();
    return once(id, secret);
  });
}

export async function switchProgram(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/programs");
  const input = named.extend({ to: z.enum(["on", "off"]) });
  return answerForm(input, form, async ({ id, to }) => {
    await (to === "on" ? enableApiClient(id) : disableApiClient(id));
    refresh();
  });
}
