import type { FrameLocator } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, paymentForm, type Shop } from "./testing/shop";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const known = {
  name: "Ada Lovelace",
  address: {
    line1: "1 Market Street",
    city: "San Francisco",
    state: "CA",
    postal_code: "94103",
    country: "US",
  },
};

function newSession() {
  const product_data = { name: "Mug" };
  return shop.sandbox.stripe.checkout.sessions.create({
    mode: "payment",
    ui_mode: "elements",
    return_url: `${shop.origin}/done`,
    customer_email: "ada@example.com",
    line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 4200, product_data } }],
  });
}

/** A page with a Payment Element and, below it, the billing address. */
async function openBilled() {
  const session = await newSession();
  const page = await shop.open();
  await page.evaluate(
    async ({ clientSecret, billingAddress }) => {
      const sdk = window
        .Stripe?.("pk_test_sandbox")
        .initCheckoutElementsSdk({ clientSecret, defaultValues: { billingAddress } });
      const loaded = await sdk?.loadActions();
      if (loaded?.type !== "success") throw new Error("The checkout did not load.");
      const below = document
        .querySelector("#form")
        ?.insertAdjacentElement("afterend", document.createElement("div"));
      if (below instanceof HTMLElement) sdk?.createBillingAddressElement().mount(below);
      sdk?.createPaymentElement().mount("#form");
      const { confirm, validateElements } = loaded.actions;
      Reflect.set(window, "confirm", () => confirm({ redirect: "if_required" }));
      Reflect.set(window, "validate", validateElements);
    },
    { clientSecret: session.client_secret ?? "", billingAddress: known },
  );
  const form = paymentForm(page);
  const address = page.frameLocator("iframe[title='Secure billing address input frame']");
  await address.getByLabel("Full name").waitFor();
  const call = (name: string) => page.evaluate((action) => Reflect.get(window, action)(), name);
  return { session, page, form, address, call };
}

async function typeCard(form: FrameLocator): Promise<void> {
  await form.getByLabel("Card number").fill("4242 4242 4242 4242");
  await form.getByLabel("Expiration date").fill("12 / 39");
  await form.getByLabel("Security code").fill("123");
}

describe("the billing address of a checkout", () => {
  it("begins with what is known, and asks for none of it twice", async () => {
    const { page, form, address } = await openBilled();
    await expect.poll(() => address.getByLabel("City").inputValue()).toBe("San Francisco");
    expect(await address.getByLabel("Country").inputValue()).toBe("US");
    await form.getByLabel("Card number").waitFor();
    await expect.poll(() => form.getByLabel(/^ZIP/).isVisible()).toBe(false);
    await page.close();
  });

  it("keeps a checkout from being paid while it has gaps, and points at them", async () => {
    const { session, page, form, address, call } = await openBilled();
    await typeCard(form);
    await address.getByLabel("City").fill("");

    expect(await call("validate")).toMatchObject({
      error: { code: "validation_error", validation_errors: [{ element: "billingAddress" }] },
    });
    expect(await call("confirm")).toMatchObject({ type: "error", error: { code: null } });
    await address.getByText("This field is incomplete.").waitFor();
    const read = await shop.sandbox.stripe.checkout.sessions.retrieve(session.id);
    expect(read.status).toBe("open");
    await page.close();
  });

  it("is what the payment is billed to, as it is when the button is pressed", async () => {
    const { session, page, form, address, call } = await openBilled();
    await typeCard(form);
    await address.getByLabel("City").fill("Oakland");

    expect(await call("confirm")).toMatchObject({ type: "success" });
    const read = await shop.sandbox.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.payment_method"],
    });
    const billedTo = { ...known.address, city: "Oakland" };
    expect(read.customer_details?.address).toMatchObject(billedTo);
    expect(read.payment_intent).toMatchObject({
      payment_method: { billing_details: { name: "Ada Lovelace", address: billedTo } },
    });
    await page.close();
  });
});
