import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { openOrder } from "@/lib/orders/shopper-queries";
import { receiptPdf } from "@/lib/orders/receipt/receipt";
import { mailOrderLink } from "@/lib/orders/operations/mail-order-link";
import { keepCard } from "@/lib/payments/wallet/cards";
import { addressSchema } from "@/lib/shipping/address";
import { from, mailsTo, newEmail, newShopper, password, tokenIn } from "@/lib/testing/accounts";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { signOrderLink } from "@/lib/auth/order-link";
import { removeAddress, saveAddress, setDefaultAddress } from "./operations/addresses";
import { chargeShopper } from "./operations/charge-shopper";
import {
  registerShopper,
  requestNewPassword,
  resetShopperPassword,
  signInShopper,
  verifyShopperEmail,
} from "./operations/sign-in";
import { findOwnAddresses, findOwnOrders } from "./queries";
import { walletOf } from "./wallet-of";

useTestDatabase();
useSandbox();

describe("an account", () => {
  it("is made, confirmed by mail in its own language, and opened by its password", async () => {
    const { email } = await newShopper({ verified: false });
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ kind: "verify_email", subject: "Bestätige deine E-Mail-Adresse" });
    await expect(signInShopper({ email, password }, from())).rejects.toMatchObject({
      code: "forbidden",
    });
    await verifyShopperEmail(tokenIn(mail?.text), from());
    await signInShopper({ email: email.toUpperCase(), password }, from());
    const wrong = signInShopper({ email, password: "another pass phrase" }, from());
    await expect(wrong).rejects.toMatchObject({ code: "forbidden" });
  });

  it("tells a stranger nothing: a second registration is answered alike, and told by mail", async () => {
    const { email } = await newShopper();
    await registerShopper(
      { name: "Eve", email, password: "the password of Eve", locale: "en-US" },
      from(),
    );
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual([
      "verify_email",
      "account_exists",
    ]);
    await signInShopper({ email, password }, from());
    const eve = signInShopper({ email, password: "the password of Eve" }, from());
    await expect(eve).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused after too many tries, known or not", async () => {
    for (const email of [newEmail(), (await newShopper()).email]) {
      const attempt = () => signInShopper({ email, password: "wrong pass phrase" }, from());
      for (let i = 0; i < 8; i += 1)
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      await expect(attempt()).rejects.toMatchObject({ code: "too_many_attempts" });
    }
  });

  it("gets a new password by a link that works once, and nobody is mailed who has none", async () => {
    const { email } = await newShopper();
    await requestNewPassword(email, from());
    const mail = (await mailsTo(email)).at(-1);
    expect(mail?.kind).toBe("reset_password");
    const token = tokenIn(mail?.text);
    await resetShopperPassword({ token, password: "yet another phrase" }, from());
    await signInShopper({ email, password: "yet another phrase" }, from());
    const again = resetShopperPassword({ token, password: "a third phrase here" }, from());
    await expect(again).rejects.toMatchObject({ code: "forbidden" });
    const stranger = newEmail();
    await requestNewPassword(stranger, from());
    expect(await mailsTo(stranger)).toEqual([]);
  });
});

describe("orders of an account", () => {
  it("are its own and those of its confirmed address, and nobody else's", async () => {
    const { id, email } = await newShopper();
    const db = await database();
    const data = { placedAt: new Date(), number: 1n };
    const own = await createOrder();
    const guest = await createOrder();
    const other = await createOrder();
    await db.order.update({ where: { id: own }, data: { ...data, number: 501n, shopperId: id } });
    await db.order.update({ where: { id: guest }, data: { ...data, number: 502n, email } });
    const stranger = await newShopper();
    const theirs = { ...data, number: 503n, email, shopperId: stranger.id };
    await db.order.update({ where: { id: other }, data: theirs });
    const { orders } = await findOwnOrders({ id, email }, { page: 1 });
    expect(orders.map(({ number }) => number).toSorted()).toEqual([501, 502]);
  });

  it("open by a link until it ends, and for whoever ordered always", async () => {
    const { id } = await newShopper();
    const db = await database();
    const old = new Date(Date.now() - 48 * 3_600_000);
    const orderId = await createOrder();
    const change = { createdAt: old, placedAt: old, number: 504n, shopperId: id };
    const { accessToken } = await db.order.update({ where: { id: orderId }, data: change });
    expect(await openOrder(accessToken)).toEqual({ is: "closed", accessToken });
    expect(await openOrder(signOrderLink(accessToken, -1000))).toEqual({
      is: "closed",
      accessToken,
    });
    expect(await openOrder(signOrderLink(accessToken, 60_000))).toMatchObject({ is: "open" });
    expect(await openOrder(accessToken, id)).toMatchObject({ is: "open" });
    expect(await openOrder(accessToken, "somebody")).toMatchObject({ is: "closed" });
    expect(await openOrder(newToken())).toEqual({ is: "unknown" });
  });

  it("are looked up without telling anything but by mail, in the same time", async () => {
    const db = await database();
    const orderId = await createOrder();
    const email = newEmail();
    await db.order.update({
      where: { id: orderId },
      data: { email, number: 505n, placedAt: new Date() },
    });
    const times: number[] = [];
    for (const lookup of [
      { number: 505, email: email.toUpperCase() },
      { number: 505, email: newEmail() },
      { number: 999_999, email },
    ]) {
      const start = performance.now();
      await mailOrderLink(lookup, from());
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeGreaterThanOrEqual(390);
    expect(await mailsTo(email)).toMatchObject([{ kind: "order_link" }]);
    const ask = () => mailOrderLink({ number: 505, email }, from());
    await ask();
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "too_many_attempts" });
  });
});

describe("a receipt", () => {
  it("is a file, in the order's language, whatever its names are written in", async () => {
    const db = await database();
    const orderId = await createOrder({ currency: "JPY" });
    const change = { name: "山田 太郎", locale: "ja-JP", number: 506n, placedAt: new Date() };
    const { accessToken } = await db.order.update({ where: { id: orderId }, data: change });
    const opened = await openOrder(accessToken);
    if (opened.is !== "open") throw new Error("The order did not open.");
    const text = receiptPdf(opened.order, "Kittiwake").toString("latin1");
    expect(text).toMatch(/^%PDF-1\.4/);
    expect(text).toContain("/Lang (ja)");
  });
});

describe("addresses of an account", () => {
  it("have one default, and are out of a stranger's reach", async () => {
    const { id: shopperId } = await newShopper();
    const address = addressSchema.parse({ name: "Sam", city: "Kiel", country: "DE" });
    const added = { shopperId, addressId: null, address, phone: "" };
    await Promise.all([saveAddress(added), saveAddress(added), saveAddress(added)]);
    const all = await findOwnAddresses(shopperId);
    expect(all.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
    const addressId = all[2]?.id ?? "";
    await setDefaultAddress({ shopperId, addressId });
    expect((await findOwnAddresses(shopperId))[0]?.id).toBe(addressId);
    const stranger = (await newShopper()).id;
    const foreign = setDefaultAddress({ shopperId: stranger, addressId });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await removeAddress({ shopperId: stranger, addressId });
    await removeAddress({ shopperId, addressId });
    const left = await findOwnAddresses(shopperId);
    expect(left.map(({ isDefault }) => isDefault)).toEqual([true, false]);
  });
});

describe("charging a customer's saved card", () => {
  it("makes one order and one charge of a form that is sent twice", async () => {
    const { id: shopperId } = await newShopper();
    const card = await keepCard({
      ...walletOf({ id: shopperId }),
      paymentMethodRef: "pm_card_visa",
      consent: "Yes.",
      actor: "shopper",
    });
    const charge = {
      shopperId,
      cardId: card.id,
      actor: "merchant:test",
      idempotencyKey: newToken(),
      amountMinor: 1500,
      currency: "EUR",
      title: "A late repair",
    } as const;
    const payment = await chargeShopper(charge);
    expect(payment).toMatchObject({ capturedMinor: 1500, currency: "EUR" });
    expect((await chargeShopper(charge)).id).toBe(payment.id);
    const db = await database();
    expect(await db.order.count({ where: { shopperId } })).toBe(1);
    expect(await db.transaction.count({ where: { order: { shopperId } } })).toBe(1);
  });
});
