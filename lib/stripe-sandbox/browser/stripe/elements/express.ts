import type { FrameInit, FramePayment } from "../../shared/protocol";
import type { WalletPayment, WalletRequest } from "../../shared/wallet";
import type { ElementContext, ElementInside } from "../element";
import { createFrameHost } from "../frame-host";
import { openDialog } from "../modal";

type Details = Record<string, unknown>;

/** What happens with a wallet's payment once the shopper has agreed to it. */
export type OnPaid = (payment: WalletPayment, confirmEvent: object) => void | Promise<void>;

const answerTimeMs = 1000;

/**
 * The life of an express payment: click (the store may add details or refuse), wallet sheet,
 * confirm. The store then confirms with the event it was given, or reports that it failed.
 */
export async function runExpressPayment(
  context: ElementContext,
  inside: ElementInside,
  options: Details,
  onPaid: OnPaid,
): Promise<void> {
  const payment = await context.payment();
  const details = await askStore(inside, options);
  if (details === null) return;
  openWallet(context, payment, requestOf({ ...options, ...details }), {
    paid(paid, sheet) {
      const confirmEvent = {
        elementType: inside.type,
        expressPaymentType: "google_pay",
        billingDetails: billingOf(paid),
        shippingAddress: { name: paid.contact.name, address: paid.contact.address },
        shippingRate: requestOf({ ...options, ...details }).rates.find(
          ({ id }) => id === paid.rateId,
        ),
        paymentFailed: (given?: { message?: string }) => sheet.fail(given?.message),
      };
      void Promise.resolve(onPaid(paid, confirmEvent)).then(() => {
        sheet.close();
        inside.events.emit("confirm", confirmEvent);
      });
    },
    cancelled: () => inside.events.emit("cancel", { elementType: inside.type }),
  });
}

/** Without a `click` handler the wallet opens at once; with one, when the handler resolves. */
function askStore(inside: ElementInside, options: Details): Promise<Details | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), answerTimeMs);
    const settle = (details: Details | null) => {
      clearTimeout(timer);
      resolve(details);
    };
    const wasHeard = inside.events.emit("click", {
      elementType: inside.type,
      expressPaymentType: "google_pay",
      resolve: (details?: Details) => settle(details ?? {}),
      reject: () => settle(null),
    });
    if (!wasHeard) settle(options);
  });
}

type SheetEvents = {
  paid(payment: WalletPayment, sheet: { close(): void; fail(message?: string): void }): void;
  cancelled(): void;
};

function openWallet(
  context: ElementContext,
  payment: FramePayment | null,
  request: WalletRequest,
  events: SheetEvents,
): void {
  const init: FrameInit = {
    publishableKey: context.publishableKey,
    stripeAccount: context.stripeAccount,
    locale: context.locale(),
    appearance: {},
    fonts: [],
    elementType: "wallet",
    group: context.group,
    options: { request },
    payment,
  };
  const host = createFrameHost({
    origin: context.origin,
    frame: "wallet",
    title: "Sandbox Pay",
    startHeight: 0,
    init: Promise.resolve(init),
    onEvent(name, payload) {
      if (name === "ready") host.act("focus");
      if (name === "walletcancel") cancel();
      if (name === "walletpaid") events.paid(paymentOf(payload), sheet);
    },
    onFailure: () => cancel(),
  });
  Object.assign(host.iframe.style, { width: "100%", height: "100%", margin: "0" });
  host.keepHeight();
  const dialog = openDialog("Sandbox Pay (Sandbox)", host.iframe, () => cancel());
  const sheet = {
    close() {
      dialog.close();
      host.close();
    },
    fail: (message?: string) => void host.call("paymentFailed", { message }),
  };
  function cancel(): void {
    sheet.close();
    events.cancelled();
  }
}

function paymentOf(payload: Record<string, unknown>): WalletPayment {
  return Object(payload);
}

function billingOf({ contact }: WalletPayment) {
  const { name, email, phone, address } = contact;
  return { name, email: email || undefined, phone: phone || undefined, address };
}

function requestOf(options: Details): WalletRequest {
  const { allowedShippingCountries, shippingRates, lineItems } = Object(options);
  return {
    wantsEmail: options["emailRequired"] === true,
    wantsPhone: options["phoneNumberRequired"] === true,
    wantsShipping: options["shippingAddressRequired"] === true,
    allowedCountries: Array.isArray(allowedShippingCountries) ? allowedShippingCountries : null,
    rates: Array.isArray(shippingRates) ? shippingRates : [],
    lines: Array.isArray(lineItems) ? lineItems : [],
  };
}
