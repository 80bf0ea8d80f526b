"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/auth/sign-in";
import { readCartRef } from "@/lib/cart/cookies";
import { countryCodes } from "@/lib/checkout/form/countries";
import { enterCode, removeCode } from "@/lib/checkout/operations/enter-code";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { findCheckout } from "@/lib/checkout/queries";
import { DomainError } from "@/lib/errors";

/** Both answer with a page, so that they work before any script does. */
const pages = ["/cart", "/checkout/shipping"] as const;
const back = z.enum(pages).catch("/cart");
const codeForm = z.object({ code: z.string().max(100).catch(""), back });
const removeForm = z.object({ id: z.uuid(), back });

export async function enterCodeAction(form: FormData): Promise<void> {
  const { code: typed, back: page } = codeForm.parse(Object.fromEntries(form));
  const cartRef = await readCartRef();
  if (cartRef === null) redirect("/cart");
  const address = clientAddress(await headers());
  const answer = await enterCode({ cartRef, typed, clientAddress: address }).catch(bagIsGone);
  redirect(`${page}?code=${answer}`);
}

export async function removeCodeAction(form: FormData): Promise<void> {
  const asked = removeForm.safeParse(Object.fromEntries(form));
  const cartRef = await readCartRef();
  if (!asked.success || cartRef === null) redirect("/cart");
  await removeCode({ cartRef, id: asked.data.id });
  redirect(asked.data.back);
}

const estimateForm = z.object({ country: z.enum(countryCodes) });

/** Where it would go, as the checkout will begin with it. */
export async function estimateAction(form: FormData): Promise<void> {
  const asked = estimateForm.safeParse(Object.fromEntries(form));
  const cartRef = await readCartRef();
  const checkout = cartRef === null ? null : await findCheckout(cartRef);
  if (!asked.success || cartRef === null || checkout === null) redirect("/cart");
  const { country } = asked.data;
  const { shipping } = checkout.draft;
  const region = shipping.country === country ? shipping.region : "";
  await saveDraft(cartRef, { shipping: { ...shipping, country, region } }).catch(bagIsGone);
  redirect("/cart");
}

function bagIsGone(error: unknown): never {
  if (error instanceof DomainError) redirect("/cart");
  throw error;
}
