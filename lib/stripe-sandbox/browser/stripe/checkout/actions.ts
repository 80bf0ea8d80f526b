import type { StripeCheckoutLoadActionsSuccess, StripeCheckoutSession } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import { checkEmail } from "../../shared/card-fields";
import { contactParams } from "./contact-params";
import { confirmCheckout, type ConfirmTools } from "./confirm";
import { errorMessage, messageOf, type CheckoutStore } from "./store";

type Success = { type: "success"; session: StripeCheckoutSession };
type Failure = { type: "error"; error: { message: string; code: null } };

/** What a store can do with a checkout. A shopper's mistake is a value, never an exception. */
export function checkoutActions(tools: ConfirmTools): StripeCheckoutLoadActionsSuccess {
  const { store } = tools;
  const change = async (params: Params): Promise<Success | Failure> => {
    const result = await store.post("", params);
    return result.error ? failure(errorMessage(result.error)) : successOf(store);
  };
  /** For fields that Stripe.js keeps without ever refusing them. */
  const keep = async (params: Params): Promise<Success> => {
    await store.post("", params);
    return successOf(store);
  };

  return {
    getSession: () => store.session(),
    confirm: (args = {}) => confirmCheckout(tools, args),
    updateShippingAddress: (contact) => change({ shipping_address: contactParams(contact) }),
    updateBillingAddress: (contact) => change({ billing_address: contactParams(contact) }),
    updateShippingOption: (id) => change({ shipping_rate: id }),
    updateLineItemQuantity: ({ lineItem, quantity }) =>
      change({ line_items: [{ id: lineItem, quantity }] }),
    updatePhoneNumber: (phone) => keep({ phone: phone ?? "" }),
    updateIndividualName: (name) => keep({ name: name ?? "" }),
    updateBusinessName: (name) => keep({ business_name: name ?? "" }),
    updateTaxIdInfo: (info) =>
      change({ tax_id: info === null ? "" : { ...info.taxId }, business_name: info?.businessName }),
    removePromotionCode: () => change({ promotion_code: "" }),
    addOptionalLineItem: (price) => change({ optional_items: [{ price, quantity: 1 }] }),
    removeOptionalLineItem: (price) => change({ optional_items: [{ price, quantity: 0 }] }),
    ...actionsWithErrorsOfTheirOwn(tools),
  };
}

type Params = { [key: string]: FormValue };

const successOf = (store: CheckoutStore): Success => ({
  type: "success",
  session: store.session(),
});

/** Their refusals have codes that a store can tell apart. */
function actionsWithErrorsOfTheirOwn({ store, validate }: ConfirmTools) {
  return {
    async applyPromotionCode(code) {
      const result = await store.post("", { promotion_code: code.trim() });
      if (!result.error) return successOf(store);
      return { type: "error", error: { message: errorMessage(result.error), code: "invalidCode" } };
    },
    async updateEmail(email) {
      if (email !== null && !checkEmail(email).complete) return emailError(email);
      const result = await store.post("", { email: email ?? "" });
      if (!result.error) return successOf(store);
      return {
        type: "error",
        error: { message: errorMessage(result.error), code: "invalidEmail" },
      };
    },
    async runServerUpdate(userFunction) {
      try {
        await userFunction();
      } catch (error) {
        return failure(messageOf(error));
      }
      const result = await store.refresh();
      return result.error ? failure(errorMessage(result.error)) : successOf(store);
    },
    async validateElements() {
      const failed = await validate();
      if (failed === null) return successOf(store);
      const { element, message } = failed;
      return {
        type: "error",
        error: { code: "validation_error", message, validation_errors: [{ element, message }] },
      };
    },
  } satisfies Partial<StripeCheckoutLoadActionsSuccess>;
}

function emailError(email: string) {
  const isEmpty = email.trim() === "" || !email.includes("@");
  const message = isEmpty ? "Your email is incomplete." : "Your email is invalid.";
  const code = isEmpty ? ("incompleteEmail" as const) : ("invalidEmail" as const);
  return { type: "error" as const, error: { message, code } };
}

function failure(message: string): Failure {
  return { type: "error", error: { message, code: null } };
}
