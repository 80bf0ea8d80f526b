import type { FrameLocator, Page } from "playwright";
import type Stripe from "stripe";
import { paymentForm } from "./shop";

/** Opens the checkout as a store does in this mode; answers where the shopper fills it in. */
export async function openSession(
  page: Page,
  session: Stripe.Checkout.Session,
): Promise<FrameLocator | Page> {
  if (session.url !== null) {
    await page.goto(session.url);
    return page;
  }
  const mode = session.ui_mode;
  await page.evaluate(
    async ({ clientSecret, ui }) => {
      const stripe = window.Stripe?.("pk_test_sandbox");
      if (ui === "embedded_page") {
        const checkout = await stripe?.createEmbeddedCheckoutPage({ clientSecret });
        return checkout?.mount("#form");
      }
      const options = { clientSecret: Promise.resolve(clientSecret) };
      const sdk =
        ui === "form"
          ? stripe?.initCheckoutFormSdk(options)
          : stripe?.initCheckoutElementsSdk(options);
      if (sdk !== undefined && "createForm" in sdk && ui === "form")
        sdk.createForm().mount("#form");
      else if (sdk !== undefined && "createPaymentElement" in sdk) {
        sdk.createPaymentElement().mount("#form");
      }
      const loaded = await sdk?.loadActions();
      if (loaded?.type !== "success") throw new Error("The checkout did not load.");
      Reflect.set(window, "pay", (email: string) =>
        loaded.actions.confirm({ email, redirect: "if_required" }),
      );
    },
    { clientSecret: session.client_secret ?? "", ui: mode },
  );
  return mode === "embedded_page" ? page.frameLocator("#form iframe") : paymentForm(page);
}
