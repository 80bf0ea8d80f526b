import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const issue = (amountMinor: number) =>
  issueGiftCard({ amountMinor, currency: "USD", actor: "merchant:test" });

const balance = async (id: string) =>
  Number((await (await database()).giftCard.findUniqueOrThrow({ where: { id } })).balanceMinor);

describe("a gift card on an order", () => {
  it("pays a part, and the rest is asked for", async () => {
    const { shop, office } = dialect;
    const card = await issue(5000);
    const id = await shopper.fill();
    const given = await shop.orders.update({ id, gift_card_code: card.code });
    expect(given).toMatchObject({
      gift_card_code: `XXXX-XXXX-XXXX-${card.last4}`,
      gift_card_amount_cents: -5000,
      formatted_gift_card_amount: "-$50.00",
      total_amount_with_taxes_cents: total - 5000,
    });
    const source = await shopper.pay(id);
    expect(source).toMatchObject({ intent_amount_cents: total - 5000, mismatched_amounts: false });
    expect(await shop.orders._place(id)).toMatchObject({ status: "placed" });
    expect(await balance(card.id)).toBe(0);
    expect(await office.orders._capture(id)).toMatchObject({ payment_status: "paid" });
    expect(await office.gift_cards.retrieve(card.id)).toMatchObject({ status: "redeemed" });
  });

  it("pays all of it, and nothing is left to ask for", async () => {
    const { shop } = dialect;
    const card = await issue(total + 1);
    const id = await shopper.fill();
    await shop.orders.update({ id, _place: false, gift_card_code: card.code });
    await expect(shopper.source(id)).rejects.toMatchObject({ status: 422 });
    expect(await balance(card.id)).toBe(total + 1);
    expect(await shop.orders._place(id)).toMatchObject({ number: expect.any(String) });
    expect(await balance(card.id)).toBe(1);
  });

  it("gets back what it holds when the order changes before it is placed", async () => {
    const { shop } = dialect;
    const card = await issue(5000);
    const id = await shopper.fill();
    await shop.orders.update({ id, gift_card_code: card.code });
    await shopper.source(id);
    expect(await balance(card.id)).toBe(0);
    const [line] = await shop.orders.line_items(id);
    await shop.line_items.update({ id: line?.id ?? "", quantity: 3 });
    expect(await balance(card.id)).toBe(5000);
    await shopper.pay(id);
    expect(await shop.orders._place(id)).toMatchObject({ status: "placed" });
    expect(await balance(card.id)).toBe(0);
  });

  it("is taken off again", async () => {
    const { shop } = dialect;
    const card = await issue(5000);
    const id = await shopper.fill();
    await shop.orders.update({ id, gift_card_code: card.code });
    expect(await shop.orders.update({ id, gift_card_code: "" })).toMatchObject({
      gift_card_code: null,
      gift_card_amount_cents: 0,
    });
  });

  it("is refused when it does not exist, or is in another currency", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    const euro = await issueGiftCard({ amountMinor: 500, currency: "EUR", actor: "merchant:test" });
    for (const code of ["0000-0000-0000-0000", euro.code]) {
      await expect(shop.orders.update({ id, gift_card_code: code })).rejects.toMatchObject({
        errors: [
          { code: "VALIDATION_ERROR", source: { pointer: "/data/attributes/gift_card_code" } },
        ],
      });
    }
  });
});
