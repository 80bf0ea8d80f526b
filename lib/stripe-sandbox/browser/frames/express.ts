import { applyAppearance } from "../shared/appearance";
import { h } from "../shared/dom";
import { pathIn, textIn } from "../shared/options";
import type { FrameInit } from "../shared/protocol";
import { connectFrame } from "./kit/link";

/** The document inside an Express Checkout Element: the button of a wallet that is only simulated. */
const link = connectFrame({
  init(given) {
    applyAppearance(given.appearance);
    render(given);
    const available = { amazonPay: false, klarna: false, link: false, paypal: false };
    link.emit("ready", {
      availablePaymentMethods: { ...available, applePay: false, googlePay: true },
    });
    link.emit("availablepaymentmethodschange", {
      paymentMethods: { googlePay: { available: true } },
    });
  },
  update({ appearance }) {
    if (appearance) applyAppearance(appearance);
  },
  act(act) {
    if (act === "focus") document.querySelector("button")?.focus();
  },
  call: async () => ({ value: null }),
});

function render({ options, appearance }: FrameInit): void {
  const height = pathIn(options, "buttonHeight");
  const label = h("span", { class: "WalletButton-label" }, "Pay with ", h("b", {}, "Sandbox Pay"));
  const button = h("button", { type: "button", class: "WalletButton" }, label);
  const theme = textIn(pathIn(options, "buttonTheme"), "googlePay");
  // On dark pages wallets are white, unless the store says otherwise.
  if (theme === "white" || (theme === undefined && appearance.theme === "night")) {
    button.classList.add("WalletButton--white");
  }
  if (typeof height === "number") button.style.height = `${Math.min(55, Math.max(40, height))}px`;
  button.addEventListener("click", () =>
    link.emit("walletclick", { expressPaymentType: "google_pay" }),
  );
  document.body.replaceChildren(h("div", {}, button));
}
