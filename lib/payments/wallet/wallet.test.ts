import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { setNetworkRetries, stripe } from "@/lib/payments/gateways/stripe/client";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, makeCard } from "@/lib/testing/shopper";
import { deliverEvents, keep, newOwner, words } from "@/lib/testing/wallet";
import { listCards, removeCard, setDefaultCard } from "./cards";
import { chargeSavedCard } from "./charge";
import { ensureGatewayCustomer } from "./customers";
import { beginCardSetup, finishCardSetup } from "./setup";

useTestDatabase();
useSandbox();

describe("the gateway's customer", () => {
  it("is made once by twelve who ask at the same moment", async () => {
    setNetworkRetries(2);
    const owner = newOwner();
    const asked = { ...owner, email: "sam@example.com", name: "Sam" };
    const made = await Promise.all(Array.from({ length: 12 }, () => ensureGatewayCustomer(asked)));
    expect(new Set(made.map(({ gatewayRef }) => gatewayRef)).size).toBe(1);
    const metadata = { customer_id: made[0]?.id, owner: owner.owner };
    expect(await stripe().customers.retrieve(made[0]?.gatewayRef ?? "")).toMatchObject({
      metadata,
    });
  });

  it("is never found by an e-mail address", async () => {
    const email = "same@example.com";
    const one = await ensureGatewayCustomer({ ...newOwner(), email });
    const other = await ensureGatewayCustomer({ ...newOwner(), email });
    expect(one.gatewayRef).not.toBe(other.gatewayRef);
  });

  it("is found by our id in its metadata when its creation was forgotten", async () => {
    const owner = newOwner();
    const first = await ensureGatewayCustomer(owner);
    const db = await database();
    const data = { gatewayRef: null, createdAt: new Date(Date.now() - 48 * 3_600_000) };
    await db.gatewayCustomer.update({ where: { id: first.id }, data });
    expect(await ensureGatewayCustomer(owner)).toEqual(first);
  });
});

describe("a saved card", () => {
  it("is kept once, with the words that were agreed to, and is the default", async () => {
    const owner = newOwner();
    const paymentMethodRef = await makeCard(cards.good);
    const card = await keep(owner, paymentMethodRef);
    expect(card).toMatchObject({ last4: "4242", isDefault: true, consent: words.consent });
    expect(card.consentAt).toBeInstanceOf(Date);
    expect(await keep(owner, paymentMethodRef)).toEqual(card);
    expect(await listCards(owner)).toHaveLength(1);
  });

  it("is refused when it belongs to somebody else", async () => {
    const { paymentMethodRef } = await keep(newOwner());
    await expect(keep(newOwner(), paymentMethodRef)).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("is out of a stranger's reach", async () => {
    const { id: cardId } = await keep(newOwner());
    const { owner } = newOwner();
    const missing = { code: "not_found" };
    await expect(removeCard({ owner, cardId })).rejects.toMatchObject(missing);
    await expect(setDefaultCard({ owner, cardId })).rejects.toMatchObject(missing);
    await expect(
      chargeSavedCard({ orderId: newId(), owner, cardId, method: "purchase", actor: "shopper" }),
    ).rejects.toMatchObject(missing);
  });

  it("hands the default on when it is removed, at the gateway too", async () => {
    const owner = newOwner();
    const first = await keep(owner);
    const second = await keep(owner, "pm_card_mastercard");
    await setDefaultCard({ ...owner, cardId: second.id });
    expect((await listCards(owner)).map(({ id }) => id)).toEqual([second.id, first.id]);
    await removeCard({ ...owner, cardId: second.id });
    await removeCard({ ...owner, cardId: second.id });
    expect(await listCards(owner)).toMatchObject([{ id: first.id, isDefault: true }]);
    const gone = await stripe().paymentMethods.retrieve(second.paymentMethodRef);
    expect(gone.customer).toBeNull();
    await deliverEvents();
    expect(await listCards(owner)).toHaveLength(1);
  });
});

describe("adding a card without buying", () => {
  it("keeps the card with its consent, and may be offered at the next checkout", async () => {
    const owner = newOwner();
    const { setupRef } = await beginCardSetup({ ...owner, consent: words.consent });
    expect(await finishCardSetup(owner, setupRef)).toEqual({ is: "waiting" });
    await stripe().setupIntents.confirm(setupRef, { payment_method: "pm_card_visa" });
    const finished = await finishCardSetup(owner, setupRef);
    expect(finished).toMatchObject({ is: "kept", card: { consent: words.consent } });
    expect(await listCards(owner, { redisplayable: true })).toHaveLength(1);
  });

  it("keeps the card of somebody who never came back", async () => {
    const owner = newOwner();
    const { setupRef } = await beginCardSetup({ ...owner, consent: words.consent });
    await stripe().setupIntents.confirm(setupRef, { payment_method: "pm_card_visa" });
    await deliverEvents();
    expect(await listCards(owner)).toMatchObject([{ consent: words.consent, isDefault: true }]);
  });

  it("says nothing about somebody else's setup", async () => {
    const { setupRef } = await beginCardSetup(newOwner());
    await expect(finishCardSetup(newOwner(), setupRef)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("what happens at the gateway", () => {
  it("is found: a card that a checkout kept, and one that was taken out elsewhere", async () => {
    const owner = newOwner();
    const { gatewayRef } = await ensureGatewayCustomer(owner);
    const method = await stripe().paymentMethods.attach("pm_card_visa", { customer: gatewayRef });
    await deliverEvents();
    expect(await listCards(owner)).toMatchObject([{ paymentMethodRef: method.id }]);
    await stripe().paymentMethods.detach(method.id);
    await deliverEvents();
    expect(await listCards(owner)).toEqual([]);
  });

  it("is a deleted customer, whose owner keeps a card again as a new one", async () => {
    const owner = newOwner();
    const before = await ensureGatewayCustomer(owner);
    await keep(owner);
    await stripe().customers.del(before.gatewayRef);
    await deliverEvents();
    expect(await listCards(owner)).toEqual([]);
    const card = await keep(owner);
    await deliverEvents();
    expect(await listCards(owner)).toMatchObject([{ id: card.id, isDefault: true }]);
    expect((await ensureGatewayCustomer(owner)).gatewayRef).not.toBe(before.gatewayRef);
  });

  it("is a deleted customer of whom no event has told yet", async () => {
    const owner = newOwner();
    const { gatewayRef } = await ensureGatewayCustomer(owner);
    await keep(owner);
    await stripe().customers.del(gatewayRef);
    const setups = await Promise.all([beginCardSetup(owner), beginCardSetup(owner)]);
    for (const { setupRef } of setups) {
      await stripe().setupIntents.confirm(setupRef, { payment_method: "pm_card_visa" });
      expect(await finishCardSetup(owner, setupRef)).toMatchObject({ is: "kept" });
    }
    await deliverEvents();
    expect(await listCards(owner)).toHaveLength(2);
  });

  it("is offered again only where its owner wanted that", async () => {
    const owner = newOwner();
    const { gatewayRef: customerRef } = await ensureGatewayCustomer(owner);
    const orderId = await createOrder();
    const payment = { orderId, gateway: "stripe", method: "purchase", actor: "shopper" } as const;
    await payOrder({ ...payment, customerRef, source: "pm_card_visa", card: { keep: true } });
    await deliverEvents();
    expect(await listCards(owner)).toHaveLength(1);
    expect(await listCards(owner, { redisplayable: true })).toEqual([]);
  });
});
