import "server-only";
import type { PaymentWords } from "@/components/checkout/payment-words";
import type { Translator } from "@/lib/i18n/translator";

/** The payment form's texts. @param amount as it is written on the button */
export function paymentWords(t: Translator<"checkout">, amount: string): PaymentWords {
  return {
    pay: t("pay", { amount }),
    paying: t("paying"),
    openingOrder: t("openingOrder"),
    keepOpen: t("keepOpen"),
    encrypted: t("encrypted"),
    nothingCharged: t("nothingCharged"),
    checkingTitle: t("checkingTitle"),
    checkingText: t("checkingText"),
    checkNow: t("checkNow"),
    oldTitle: t("oldTitle"),
    oldText: t("oldText"),
    loadAgain: t("loadAgain"),
    formLoading: t("formLoading"),
    blockedTitle: t("blockedTitle"),
    blockedText: t("blockedText"),
    expressPay: t("expressPay"),
    orPayBelow: t("orPayBelow"),
    billedTo: t("billedTo"),
    billingAddress: t("billingAddress"),
    change: t("change"),
    changeBilling: t("changeBilling"),
    useAddress: t("useAddress"),
    saving: t("saving"),
    billingRefused: t("billingRefused"),
  };
}
