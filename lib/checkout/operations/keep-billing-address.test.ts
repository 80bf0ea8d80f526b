import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { payOrder } from "@/lib/payments/operations/pay-order";
import {
  createFilledCart,
  createSellable,
  createShippingRate,
  makeAddress,
  makeDraft,
} from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { contactOf, type BillingContact } from "../billing-contact";
import { keepBillingAddress } from "./keep-billing-address";
import { placeOrder } from "./place-order";
import { saveDraft } from "./save-draft";

useTestDatabase();
beforeAll(() => createShippingRate());

const elsewhere: BillingContact = {
  name: "Analytical Engines Ltd",
  address: {
    line1: "12 St James's Square",
    line2: "",
    city: "London",
    state: "",
    postal_code: "sw1y4jh",
    country: "GB",
  },
};

const london = {
  name: "Analytical Engines Ltd",
  line1: "12 St James's Square",
  city: "London",
  region: "",
  postalCode: "SW1Y 4JH",
  country: "GB",
};

async function placed(draft = makeDraft()) {
  const ref = await createFilledCart({ variantId: await createSellable(), draft });
  const { id } = await place(ref);
  return { ref, orderId: id };
}

const place = (cartRef: string) => placeOrder({ cartRef, channel: "storefront", locale: "en-US" });

const findOrder = async (id: string) =>
  (await database()).order.findUniqueOrThrow({
    where: { id },
    select: {
      billingAddress: true,
      shippingAddress: true,
      subtotalMinor: true,
      taxMinor: true,
      totalMinor: true,
    },
  });

describe("keepBillingAddress", () => {
  it("changes who is billed, and neither where it goes, nor the tax, nor the total", async () => {
    const { orderId } = await placed();
    const before = await findOrder(orderId);

    await keepBillingAddress({ orderId, contact: elsewhere });

    const { billingAddress, ...rest } = await findOrder(orderId);
    expect(billingAddress).toMatchObject(london);
    expect({ ...rest, billingAddress: before.billingAddress }).toEqual(before);
  });

  it("leaves the order the one of its cart, and the next order of the cart has it too", async () => {
    const { ref, orderId } = await placed();
    await keepBillingAddress({ orderId, contact: elsewhere });
    expect((await place(ref)).id).toBe(orderId);

    await saveDraft(ref, { phone: "+1 415 555 0100" });
    const next = await place(ref);

    expect(next.id).not.toBe(orderId);
    expect((await findOrder(next.id)).billingAddress).toMatchObject(london);
  });

  it("keeps the company of an address that was only looked at", async () => {
    const billing = makeAddress({ company: "Difference Engines" });
    const { orderId } = await placed(makeDraft({ billing }));

    await keepBillingAddress({ orderId, contact: contactOf(billing) ?? elsewhere });

    expect((await findOrder(orderId)).billingAddress).toMatchObject({
      company: "Difference Engines",
    });
  });

  it("is refused once the order is paid", async () => {
    const { orderId } = await placed();
    await payOrder({ orderId, gateway: "manual", method: "purchase", actor: "test" });

    await expect(keepBillingAddress({ orderId, contact: elsewhere })).rejects.toMatchObject({
      code: "wrong_state",
    });
  });
});
