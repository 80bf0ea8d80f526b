/** The texts of the payment form, which runs in the browser, in the shopper's language. */
export type PaymentWords = Readonly<
  Record<
    | "pay"
    | "paying"
    | "openingOrder"
    | "keepOpen"
    | "encrypted"
    | "nothingCharged"
    | "checkingTitle"
    | "checkingText"
    | "checkNow"
    | "oldTitle"
    | "oldText"
    | "loadAgain"
    | "formLoading"
    | "blockedTitle"
    | "blockedText"
    | "expressPay"
    | "orPayBelow"
    | "billedTo"
    | "billingAddress"
    | "change"
    | "changeBilling"
    | "useAddress"
    | "saving"
    | "billingRefused",
    string
  >
>;
