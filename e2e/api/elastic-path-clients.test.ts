import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { addGoods, buyer, home, startDialect, type Goods } from "./elastic-path-fixture";
import { officialClients, page, program, refusedWith } from "./elastic-path-official-clients";

/** What a shop does with the two generations of the official client. */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
  await createPromotion({ code: "TEN", name: "Ten percent", takes: { basisPoints: 1000 } });
});

const itemList = z.object({
  data: z.array(
    z.looseObject({ id: z.string(), type: z.string(), sku: z.string(), quantity: z.number() }),
  ),
  meta: z.looseObject({
    display_price: z.looseObject({ with_tax: z.looseObject({ amount: z.number() }) }),
  }),
});
const totalOf = (list: unknown) => itemList.parse(list).meta.display_price.with_tax.amount;
const itemsOf = (list: unknown) => itemList.parse(list).data;

describe.each(officialClients(dialect))("$client", ({ open }) => {
  it("shops: products, a cart of its own name, custom items, a code", async () => {
    const shop = open(page);
    const { data: products } = await shop.Products.Limit(2).All();
    expect(products).toHaveLength(2);
    const { data: product } = await shop.Products.Get(goods.mug);
    expect(product).toMatchObject({ id: goods.mug, name: "Mug" });
    const catalog = await shop.ShopperCatalog.Products.All({});
    expect(catalog.data.length).toBe(3);
    const one = await shop.ShopperCatalog.Products.Get({ productId: goods.mug });
    expect(one.data.meta).toMatchObject({ display_price: { with_tax: { formatted: "$18.00" } } });

    const ref = newId().replaceAll("-", "");
    const cart = shop.Cart(ref);
    expect((await cart.Get()).data.id).toBe(ref);
    expect(totalOf(await cart.AddProduct(goods.mug, 2))).toBe(3600);
    expect(totalOf(await cart.AddProduct(goods.mug))).toBe(5400);
    const postage = { name: "Postage", sku: "POST", quantity: 1, price: { amount: 500 } };
    expect(totalOf(await cart.AddCustomItem(postage))).toBe(5900);
    const withCode = await cart.AddPromotion("ten");
    expect(totalOf(withCode)).toBe(5900 - 540);
    expect(itemsOf(withCode).map(({ type }) => type)).toEqual([
      "cart_item",
      "custom_item",
      "promotion_item",
    ]);

    const [mug] = itemsOf(await cart.Items());
    expect(totalOf(await cart.UpdateItem(mug?.id ?? "", 1))).toBe(1800 - 180 + 500);
    const removed = await cart.RemoveItem(mug?.id ?? "");
    expect(itemsOf(removed).map(({ sku }) => sku)).toEqual(["POST", "TEN"]);
    await cart.RemoveAllItems();
    expect(itemsOf(await cart.Items())).toEqual([]);
    await cart.Delete();
  });

  it("adds in bulk, wrapped once and twice, and merges", async () => {
    const shop = open(page);
    const item = (id: string) => ({ type: "cart_item", id, quantity: 1 });
    const [one, two] = [newId(), newId()];
    expect(itemsOf(await shop.Cart(one).BulkAdd([item(goods.mug), item(goods.lamp)]))).toHaveLength(
      2,
    );
    const some = await shop
      .Cart(two)
      .BulkAdd([item(goods.mug), item(newId())], { add_all_or_nothing: false });
    expect(itemsOf(some)).toHaveLength(1);
    expect(some).toMatchObject({ errors: [{ status: 404, title: "Product not found" }] });
    const all = shop
      .Cart(two)
      .BulkAdd([item(goods.mug), item(newId())], { add_all_or_nothing: true });
    await expect(all).rejects.toMatchObject(refusedWith(404));
    expect(totalOf(await shop.Cart(two).Merge(one))).toBe(1800 * 2 + 5499);
  });

  it("checks out, pays offline, captures, is refunded in parts and as a whole", async () => {
    const [shop, backend] = [open(page), open(program)];
    const cart = shop.Cart(newId());
    await cart.AddProduct(goods.mug, 2);
    const { data: order } = await cart.Checkout(buyer, home, home);
    expect(order).toMatchObject({
      status: "incomplete",
      payment: "unpaid",
      shipping: "unfulfilled",
      customer: buyer,
      shipping_address: { first_name: "Ada", county: "Multnomah", region: "OR", country: "US" },
    });

    const { data: tx } = await shop.Orders.Payment(order.id, {
      gateway: "manual",
      method: "authorize",
    });
    expect(tx).toMatchObject({ reference: "manual", status: "complete" });
    const which = { order: order.id, transaction: tx.id };
    expect((await backend.Transactions.All({ order: order.id })).data).toHaveLength(1);
    await backend.Transactions.Capture(which);
    const part = await backend.Transactions.Refund(which, { amount: 100 });
    expect(part.data).toMatchObject({ amount: 3600, refunded_amount: 100 });
    expect((await backend.Orders.Get(order.id)).data).toMatchObject({ payment: "paid" });
    const rest = await backend.Transactions.Refund(which);
    expect(rest.data).toMatchObject({ refunded_amount: 3600, refund_mechanism: "manual" });
    expect((await backend.Orders.Get(order.id)).data).toMatchObject({
      status: "complete",
      payment: "refunded",
    });
    expect((await backend.Transactions.Get(which)).data).toMatchObject({
      transaction_type: "refund",
    });
  });

  it("confirms, cancels a hold and pays anew", async () => {
    const [shop, backend] = [open(page), open(program)];
    const cart = shop.Cart(newId());
    await cart.AddProduct(goods.mug);
    const { data: order } = await cart.Checkout(buyer, home);
    const { data: held } = await shop.Orders.Payment(order.id, {
      gateway: "stripe_payment_intents",
      method: "authorize",
      payment: "pm_card_visa",
    });
    expect(held).toMatchObject({ gateway: "stripe_payment_intents", status: "complete" });
    const which = { order: order.id, transaction: held.id };
    await shop.Orders.Confirm(order.id, held.id, {});
    const cancelled = await backend.Transactions.Cancel(which, { reason: "requested_by_customer" });
    expect(cancelled.data).toMatchObject({ transaction_type: "authorize", status: "cancelled" });
    expect((await backend.Orders.Get(order.id)).data).toMatchObject({
      status: "incomplete",
      payment: "unpaid",
    });
    await shop.Orders.Payment(order.id, { gateway: "manual", method: "purchase" });
    expect((await backend.Orders.Get(order.id)).data).toMatchObject({
      status: "complete",
      payment: "paid",
    });
  });

  it("lists orders with filters, sorting, pages and items", async () => {
    const backend = open(program);
    const orders = await backend.Orders.Filter({
      eq: { payment: "paid" },
      like: { email: "*@example.com" },
    })
      .Sort("-created_at")
      .Limit(1)
      .With("items")
      .All();
    expect(orders.data).toHaveLength(1);
    expect(orders.data[0]).toMatchObject({ payment: "paid" });
    expect(orders).toMatchObject({ included: { items: [{ type: "order_item" }] } });
    const [first] = orders.data;
    expect((await backend.Orders.Items(first?.id ?? "")).data.length).toBeGreaterThan(0);
  });

  it("cancels, fulfils and anonymizes", async () => {
    const [shop, backend] = [open(page), open(program)];
    const cart = shop.Cart(newId());
    await cart.AddProduct(goods.mug);
    const { data: order } = await cart.Checkout(buyer, home, home);
    const soon = backend.Orders.Update(order.id, { shipping: "fulfilled" });
    await expect(soon).rejects.toMatchObject(refusedWith(422));
    await shop.Orders.Payment(order.id, { gateway: "manual", method: "purchase" });
    const sent = await backend.Orders.Update(order.id, { shipping: "fulfilled" });
    expect(sent.data).toMatchObject({ shipping: "fulfilled" });
    const late = backend.Orders.Update(order.id, { status: "cancelled" });
    await expect(late).rejects.toMatchObject(refusedWith(422));
    const body = { data: { order_ids: [order.id] } };
    const { backend: token } = dialect;
    const nobody = await dialect.ask("POST", "/v2/orders/anonymize", { token, body });
    expect(nobody).toMatchObject({ status: 200, json: { data: [{ anonymized: true }] } });
    expect(JSON.stringify(nobody.json)).not.toContain("Lovelace");
  });

  it("lets nobody capture, refund, cancel or read orders without the secret, at the first try", async () => {
    const shop = open(page);
    const cart = shop.Cart(newId());
    await cart.AddProduct(goods.mug);
    const { data: order } = await cart.Checkout(buyer, home, home);
    const { data: tx } = await shop.Orders.Payment(order.id, {
      gateway: "manual",
      method: "authorize",
    });
    const which = { order: order.id, transaction: tx.id };
    for (const call of [
      () => shop.Transactions.Capture(which),
      () => shop.Transactions.Refund(which, { amount: 1 }),
      () => shop.Transactions.Cancel(which),
      () => shop.Transactions.All({ order: order.id }),
      () => shop.Orders.Get(order.id),
      () => shop.Orders.All(),
      () => shop.Gateways.All(),
    ]) {
      await expect(call()).rejects.toMatchObject(refusedWith(403));
    }
  });

  it("switches gateways on and off", async () => {
    const [shop, backend] = [open(page), open(program)];
    const enabled = async () => {
      const { data } = await backend.Gateways.Get("manual");
      return data.enabled;
    };
    expect(await enabled()).toBe(true);
    await backend.Gateways.Enabled("manual", false);
    expect(await enabled()).toBe(false);
    const cart = shop.Cart(newId());
    await cart.AddProduct(goods.mug);
    const { data: order } = await cart.Checkout(buyer, home, home);
    const pay = () => shop.Orders.Payment(order.id, { gateway: "manual", method: "purchase" });
    await expect(pay()).rejects.toMatchObject(refusedWith(400));
    await backend.Gateways.Enabled("manual", true);
    await pay();
  });
});
