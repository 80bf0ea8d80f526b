"use server";
import { redirect } from "next/navigation";
import type { AddressState } from "@/components/account/address-form";
import { readDetails } from "@/lib/checkout/form/details";
import { detailsProblems, normalAddress } from "@/lib/checkout/form/problems";
import { DomainError } from "@/lib/errors";
import { removeAddress, saveAddress, setDefaultAddress } from "@/lib/shoppers/operations/addresses";
import { requireShopper } from "@/lib/shoppers/shopper";

/** The checkout's own form and rules; `addressId` is bound by the page. */
export async function save(
  addressId: string | null,
  _before: AddressState,
  form: FormData,
): Promise<AddressState> {
  const shopper = await requireShopper("/account/addresses");
  const { phone, shipping } = readDetails(form);
  const problems = detailsProblems({ email: shopper.email, phone, shipping, billing: null });
  if (problems.length > 0 || form.get("intent") === "country") {
    const isAsked = form.get("intent") !== "country";
    return { is: "refused", problems: isAsked ? problems : [], address: shipping, phone };
  }
  const address = normalAddress(shipping);
  await ignoring(saveAddress({ shopperId: shopper.id, addressId, address, phone }));
  redirect("/account/addresses");
}

export async function makeDefault(form: FormData): Promise<void> {
  const { id: shopperId } = await requireShopper("/account/addresses");
  await ignoring(setDefaultAddress({ shopperId, addressId: addressOf(form) }));
  redirect("/account/addresses");
}

export async function remove(form: FormData): Promise<void> {
  const { id: shopperId } = await requireShopper("/account/addresses");
  await ignoring(removeAddress({ shopperId, addressId: addressOf(form) }));
  redirect("/account/addresses");
}

const addressOf = (form: FormData): string => String(form.get("address") ?? "");

/** What was refused is seen on the list that follows: it is as it was. */
async function ignoring(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
