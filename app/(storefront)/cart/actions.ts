"use server";
import { refresh } from "next/cache";
import { readCartRef, readShopperCurrency, writeCartRef } from "@/lib/cart/cookies";
import { addForm, lineForm, wantedQuantity } from "@/lib/cart/forms";
import { addToCart } from "@/lib/cart/operations/add-to-cart";
import { setQuantity } from "@/lib/cart/operations/set-quantity";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { answerForm, type FormState } from "@/lib/http/form";

export async function addToCartAction(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(addForm, form, async (input) => {
    const [ref, currency] = await Promise.all([readCartRef(), readShopperCurrency()]);
    const added = await addToCart({ ref, currency, ...input });
    await writeCartRef(added.ref);
    refresh();
    const t = await translations("catalog");
    const { name, quantity: count } = added;
    return added.limited ? t("addedLimited", { count, name }) : t("added", { name });
  });
}

export async function changeLineAction(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(lineForm, form, async (input) => {
    const [ref, t] = await Promise.all([readCartRef(), translations("bag")]);
    if (ref === null) throw new DomainError("not_found", t("gone"));
    const { variantId } = input;
    const after = await setQuantity({ ref, variantId, quantity: wantedQuantity(input) });
    refresh();
    if (after.limited) return t("limited", { count: after.quantity });
    return after.quantity === 0 ? t("removed") : null;
  });
}
