"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireMerchant } from "@/lib/auth/merchant";
import { placeSampleOrder } from "@/lib/checkout/operations/place-sample-order";
import { answerForm, type FormState } from "@/lib/http/form";
import { kick } from "@/lib/jobs/kick";
import {
  checkoutSettingsForm,
  gatewaySettingsForm,
  lookSettingsForm,
  saveCheckoutSettings,
  saveGatewaySwitches,
  saveLookSettings,
} from "@/lib/merchants/settings";
import { paymentWays } from "@/lib/store-settings/schema";

const saved = "Saved. It counts from the next payment page on.";

export async function saveCheckout(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(checkoutSettingsForm, form, async (input) => {
    await saveCheckoutSettings(input);
    if (input.syncCatalog) void kick("prices");
    refresh();
    return saved;
  });
}

export async function saveLook(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(lookSettingsForm, form, async (input) => {
    await saveLookSettings(input);
    refresh();
    return saved;
  });
}

export async function saveGateways(_before: FormState, form: FormData): Promise<FormState> {
  await requireMerchant();
  return answerForm(gatewaySettingsForm, form, async (input) => {
    await saveGatewaySwitches(input);
    refresh();
    return "Saved.";
  });
}

/** One order for each way, because an order has one open payment page at a time. */
export async function compareWays(): Promise<void> {
  await requireMerchant();
  const orders = new URLSearchParams();
  for (const way of paymentWays) orders.set(way, await placeSampleOrder());
  redirect(`/admin/settings/compare?${orders}`);
}
