import { beforeAll, describe, expect, it } from "vitest";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

describe("a draft", () => {
  it("is pending by itself, and says what is missing until then", async () => {
    const { office, shop } = dialect;
    const { id } = await shop.orders.create({});
    await expect(office.orders._pending(id)).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", meta: { error: "blank" } }],
    });
    const filled = await shopper.fill();
    expect(await office.orders._pending(filled)).toMatchObject({ status: "pending" });
  });

  it("is validated without being placed", async () => {
    const { shop } = dialect;
    const { id } = await shop.orders.create({});
    await expect(shop.orders._validate(id)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining("line_items") }],
    });
    const filled = await shopper.fill();
    expect(await shop.orders._validate(filled)).toMatchObject({ status: "pending" });
  });

  it("is authorized as a whole or not at all", async () => {
    const { office, shop } = dialect;
    const id = await shopper.fill();
    const method = shop.payment_methods.relationship("wire-transfer");
    await shop.orders.update({ id, payment_method: method });
    await shop.wire_transfers.create({ order: shop.orders.relationship(id) });
    const ask = { id, _authorize: true };
    const part = { ...ask, _authorization_amount_cents: total - 1 };
    await expect(office.orders.update(part)).rejects.toMatchObject({ status: 422 });
    const all = { ...ask, _authorization_amount_cents: total };
    expect(await office.orders.update(all)).toMatchObject({ payment_status: "authorized" });
  });
});

describe("an order", () => {
  it("is put away and taken out again", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    const filters = { archived_at_null: true, id_eq: id };
    expect(await office.orders._archive(id)).toMatchObject({ archived_at: expect.any(String) });
    expect([...(await office.orders.list({ filters }))]).toEqual([]);
    expect(await office.orders._unarchive(id)).toMatchObject({ archived_at: null });
    expect([...(await office.orders.list({ filters }))]).toHaveLength(1);
  });

  it("carries tags that there are, and no others", async () => {
    const { office } = dialect;
    const { id } = await dialect.shop.orders.create({});
    await office.tags.create({ name: "urgent" });
    await office.tags.create({ name: "gift" });
    await expect(office.tags.create({ name: "gift" })).rejects.toMatchObject({
      errors: [{ meta: { error: "taken" } }],
    });
    await office.orders._add_tags(id, "urgent, gift, unknown");
    const names = async () => (await office.orders.tags(id)).map(({ name }) => name).toSorted();
    expect(await names()).toEqual(["gift", "urgent"]);
    await office.orders._remove_tags(id, "gift");
    expect(await names()).toEqual(["urgent"]);
    const [found] = await office.orders.list({
      filters: { tags_name_eq: "urgent" },
      include: ["tags"],
    });
    expect(found).toMatchObject({ id, tags: [{ name: "urgent" }] });
    await expect(dialect.shop.orders._add_tags(id, "gift")).rejects.toMatchObject({ status: 401 });
  });

  it("leaves its addresses in the customer's book, each once", async () => {
    const { shop, office } = dialect;
    const email = "reader@example.com";
    const id = await shopper.fill(email);
    await shop.orders._save_shipping_address_to_customer_address_book(id);
    await shop.orders._save_billing_address_to_customer_address_book(id);
    const [customer] = await office.customers.list({
      filters: { email_eq: email },
      include: ["customer_addresses.address"],
    });
    expect(customer?.customer_addresses).toMatchObject([
      { name: "Ada Lovelace", address: { line_1: "1 Analytical Row", zip_code: "97201" } },
    ]);
  });

  it.each([
    "_start_editing",
    "_stop_editing",
    "_create_subscriptions",
    "_commit_invoice",
    "_refund_invoice",
    "_reset_circuit",
  ] as const)("says that %s has no meaning here", async (name) => {
    const { id } = await dialect.shop.orders.create({});
    await expect(dialect.office.orders.update({ id, [name]: true })).rejects.toMatchObject({
      status: 422,
      errors: [{ code: "VALIDATION_ERROR", meta: { error: "not_supported" } }],
    });
  });
});

describe("movements of money", () => {
  it("are one list", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    await office.orders._capture(id);
    const list = await office.transactions.list({
      filters: { order_id_eq: id },
      include: ["order"],
    });
    expect([...list].map(({ amount_cents: cents }) => cents)).toEqual([total, total]);
  });
});
