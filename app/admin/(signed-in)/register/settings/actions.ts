"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { DomainError } from "@/lib/errors";
import { countryCodes } from "@/lib/checkout/form/countries";
import { answerForm, type FormState } from "@/lib/http/form";
import { currencySchema } from "@/lib/money/currency";
import type { Place, PlaceAddress } from "@/lib/payments/gateways/terminal";
import {
  changeAccount,
  createAccount,
  requireAccount,
  type RegisterAccount,
} from "@/lib/register/accounts";
import { createRegisterKey, listRegisterKeys, revokeRegisterKey } from "@/lib/register/keys";
import { createPlace, listPlaces, registerReader, removeReader } from "@/lib/register/readers";
import { placeSchema } from "./place";

const till = z.object({ till: z.string().max(200) });
const name = z.string().trim().min(1, "Please give it a name.").max(80);

const creation = z.object({
  name,
  externalId: z
    .string()
    .trim()
    .regex(/^[\w-]{3,80}$/, "3 to 80 letters, digits, - and _."),
  currency: currencySchema,
});

export async function createTill(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  return answerForm(creation, form, async (input) => {
    await createAccount(input);
    refresh();
    return `${input.name} is ready to sell.`;
  });
}

const percents = z
  .string()
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  )
  .pipe(z.array(z.int().min(1).max(100)).max(4, "At most four tips."));

const change = till.extend({
  name,
  readerMode: z.enum(["browser", "server"]),
  readerRef: z.string().transform((ref) => ref || null),
  tips: z.literal("on").optional(),
  percents,
  /** Empty: it stands nowhere, and taxes nothing. */
  country: z.string().refine((code) => code === "" || countryCodes.includes(code)),
  region: z.string().trim().max(120),
});

export async function changeTill(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  return answerForm(change, form, async (input) => {
    const account = await requireAccount({ externalId: input.till });
    const { readerMode, readerRef } = input;
    const tips = { enabled: input.tips === "on", percents: input.percents };
    const { country, region } = input;
    const place = country === "" ? null : { country, region };
    const settings = { readerMode, readerRef, tips, place };
    await changeAccount({ id: account.id, name: input.name, settings });
    refresh();
    return "Saved.";
  });
}

export async function createKey(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  return answerForm(till.extend({ name }), form, async (input) => {
    const account = await requireAccount({ externalId: input.till });
    const { key } = await createRegisterKey({ accountId: account.id, name: input.name });
    refresh();
    return `Copy it now, it is not shown again: ${key}`;
  });
}

export async function revokeKey(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  return answerForm(till.extend({ id: z.uuid() }), form, async (input) => {
    const account = await requireAccount({ externalId: input.till });
    const own = await listRegisterKeys(account.id);
    if (!own.some(({ id }) => id === input.id)) {
      throw new DomainError("not_found", "There is no such key.");
    }
    await revokeRegisterKey(input.id);
    refresh();
    return "The key does not work any more.";
  });
}

const registration = till.extend({
  code: z.string().trim().min(1, "It is shown on the reader.").max(100),
  label: name,
});

const registrationAndPlace = registration.and(placeSchema);

function placeOf(account: RegisterAccount, address: PlaceAddress | undefined): Promise<Place> {
  if (address !== undefined) return createPlace(account, { name: account.name, address });
  throw new DomainError("invalid_input", "Please say where the till stands.");
}

/** What is sold at a till is taxed where its reader stands, unless its settings say something else. */
async function standAt({ id, settings }: RegisterAccount, { country, state }: PlaceAddress) {
  if (settings.place !== null) return;
  const place = { country, region: state ?? "" };
  await changeAccount({ id, settings: { ...settings, place } });
}

/** A reader stands somewhere: the first one of a till makes the till's place. */
export async function addReader(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  const asked = form.has("line1") ? registrationAndPlace : registration;
  return answerForm(asked, form, async (input) => {
    const account = await requireAccount({ externalId: input.till });
    const [known] = await listPlaces(account);
    const address = "address" in input ? input.address : undefined;
    const place = known ?? (await placeOf(account, address));
    if (address !== undefined) await standAt(account, address);
    await registerReader(account, {
      registrationCode: input.code,
      label: input.label,
      locationRef: place.ref,
    });
    refresh();
    return `${input.label} is registered.`;
  });
}

export async function dropReader(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant("/admin/register/settings");
  return answerForm(till.extend({ ref: z.string().max(100) }), form, async (input) => {
    await removeReader(await requireAccount({ externalId: input.till }), input.ref);
    refresh();
    return "The reader is removed.";
  });
}
