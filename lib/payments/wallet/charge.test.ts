import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { deliverEvents, keep, newOwner } from "@/lib/testing/wallet";
import { chargeSavedCard } from "./charge";

useTestDatabase();
useSandbox();

describe("charging a saved card while its owner is away", () => {
  const mails = async (orderId: string) =>
    (await database()).mail.findMany({ where: { orderId }, select: { kind: true, text: true } });

  it("pays the order", async () => {
    const owner = newOwner();
    const { id: cardId } = await keep(owner);
    const orderId = await createOrder();
    const payment = await chargeSavedCard({
      ...owner,
      orderId,
      cardId,
      method: "purchase",
      actor: "merchant:test",
    });
    expect(payment).toMatchObject({ capturedMinor: 5000, instrument: { last4: "4242" } });
    await expectSound();
  });

  it("mails a link, once, when the bank wants to see its owner, who then pays", async () => {
    const owner = newOwner();
    const { id: cardId } = await keep(owner, "pm_card_authenticationRequired");
    const orderId = await createOrder();
    const charge = {
      ...owner,
      orderId,
      cardId,
      method: "purchase",
      actor: "merchant:test",
    } as const;
    const payment = await chargeSavedCard({ ...charge, idempotencyKey: "once" });
    expect(payment.transactions).toMatchObject([
      { status: "failed", failureCode: "authentication_required" },
    ]);
    expect(await chargeSavedCard({ ...charge, idempotencyKey: "once" })).toMatchObject({
      id: payment.id,
    });
    const sent = await mails(orderId);
    expect(sent).toMatchObject([{ kind: "action_needed" }]);
    expect(sent[0]?.text).toContain("/pay");
    const returnUrl = "http://localhost:3000/return";
    const checkout = await startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl,
      actor: "shopper",
    });
    await payByCard(checkout, cards.good);
    await deliverEvents();
    const db = await database();
    expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({
      payment: "paid",
    });
    await expectSound();
  });

  it("mails that it failed when the bank refuses the card", async () => {
    const owner = newOwner();
    const { id: cardId } = await keep(owner, "pm_card_chargeCustomerFail");
    const orderId = await createOrder();
    await chargeSavedCard({
      ...owner,
      orderId,
      cardId,
      method: "purchase",
      actor: "merchant:test",
    });
    expect(await mails(orderId)).toMatchObject([{ kind: "payment_failed" }]);
  });
});
