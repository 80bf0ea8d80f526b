"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/auth/sign-in";
import { readCartRef } from "@/lib/cart/cookies";
import { codeAnswer, type CodesView } from "@/lib/checkout/codes-view";
import { withNotice } from "@/lib/checkout/notices";
import { enterCode, removeCode } from "@/lib/checkout/operations/enter-code";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { readRateForm } from "@/lib/checkout/requests";
import { stepPath } from "@/lib/checkout/steps";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { changeOrPlace } from "../place-anew";

/*
 * What may still change beside the payment form. The bag is changed, and its order with it.
 */

const codeForm = z.object({ code: z.string().max(100).catch("") });
const removeForm = z.object({ id: z.uuid() });

export async function enterCodeHere(
  _before: CodesView["answer"],
  form: FormData,
): Promise<CodesView["answer"]> {
  const cartRef = await requireCart();
  const { code: typed } = codeForm.parse(Object.fromEntries(form));
  const address = clientAddress(await headers());
  const said = await enterCode({ cartRef, typed, clientAddress: address }).catch(bagIsGone);
  await showAnew(cartRef);
  return codeAnswer(said, await translations("totals"));
}

export async function removeCodeHere(form: FormData): Promise<void> {
  const cartRef = await requireCart();
  const asked = removeForm.safeParse(Object.fromEntries(form));
  if (asked.success) await removeCode({ cartRef, id: asked.data.id });
  await showAnew(cartRef);
}

export async function chooseRateHere(form: FormData): Promise<void> {
  const cartRef = await requireCart();
  const { rateCode } = readRateForm(form);
  await saveDraft(cartRef, { rateCode }).catch(bagIsGone);
  await showAnew(cartRef);
}

/**
 * The order and its open form get the new total where they are, and all that was typed stays. Where that
 * cannot be, the bag is ordered anew, and another form takes the place of the old one.
 */
async function showAnew(cartRef: string): Promise<void> {
  const now = await changeOrPlace(cartRef);
  if (now.is === "refused") redirect(withNotice(stepPath.shipping, "changed"));
  // Nothing is left to pay: the step before has the button that orders for nothing.
  if (now.is === "placed" && now.order.isFree) redirect(stepPath.shipping);
  refresh();
}

async function requireCart(): Promise<string> {
  const ref = await readCartRef();
  if (ref === null) redirect("/cart");
  return ref;
}

function bagIsGone(error: unknown): never {
  if (error instanceof DomainError) redirect("/cart");
  throw error;
}
