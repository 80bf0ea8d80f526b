import * as ElasticPath from "@elasticpath/js-sdk";
import * as Shopper from "@epcc-sdk/sdks-shopper";
import * as Moltin from "@moltin/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { hierarchyId } from "@/lib/dialects/elastic-path/json/catalog";
import { buyer, home } from "./elastic-path-fixture";
import { openShop } from "./elastic-path-shop";

/**
 * Every method of the official clients that a shop uses for its catalogue, carts, checkout, orders, payments and
 * gateways: it works, or it is refused in the dialect's own words. "ok", or the status of the refusal.
 */
const shop = openShop();
const { dialect } = shop;
const refusal = z.object({
  errors: z.array(z.looseObject({ status: z.number(), title: z.string() })).min(1),
});

async function outcomeOf(call: () => Promise<unknown>): Promise<"ok" | number> {
  try {
    await call();
    return "ok";
  } catch (error) {
    return refusal.parse(error).errors[0]?.status ?? 0;
  }
}

const state = { order: "", transaction: "", node: "", item: "", ref: newId() };

beforeAll(async () => {
  const { data } = await shop.add(state.ref, {
    type: "cart_item",
    id: shop.goods.mug,
    quantity: 1,
  });
  state.item = data[0]?.id ?? "";
  const other = newId();
  await shop.add(other, { type: "cart_item", id: shop.goods.lamp, quantity: 1 });
  const placed = await shop.checkout(other);
  state.order = z.object({ data: z.object({ id: z.string() }) }).parse(placed.json).data.id;
  const paid = await shop.pay(state.order, { method: "authorize" });
  state.transaction = z.object({ data: z.object({ id: z.string() }) }).parse(paid.json).data.id;
  const nodes = await dialect.read(
    z.object({ data: z.array(z.object({ id: z.string() })) }),
    "GET",
    "/catalog/nodes",
  );
  state.node = nodes.data[0]?.id ?? "";
});

const wire = () => ({
  host: dialect.host,
  protocol: "http",
  currency: "USD",
  client_id: "demo-backend",
  client_secret: "demo-backend-secret",
  custom_fetch: fetch,
  retryDelay: 10,
  retryJitter: 1,
});
const clients = {
  "@moltin/sdk": () => Moltin.gateway({ ...wire(), storage: new Moltin.MemoryStorageFactory() }),
  "@elasticpath/js-sdk": () =>
    ElasticPath.gateway({ ...wire(), storage: new ElasticPath.MemoryStorageFactory() }),
};

/** The clients' types leave out parts of what they can do, so they are called as their users in JavaScript do. */
const callable = z.custom<(...given: unknown[]) => Promise<unknown>>(
  (value) => typeof value === "function",
);

/** Null: this client is older than the method. */
function method(client: unknown, path: string) {
  let [owner, value]: [unknown, unknown] = [undefined, client];
  for (const name of path.split(".")) {
    [owner, value] = [value, Reflect.get(Object(value), name)];
  }
  if (value === undefined) return null;
  const call = callable.parse(value);
  return (...given: unknown[]) => call.apply(owner, given);
}

type Row = [path: string, given: () => unknown[], outcome: "ok" | number];
const vat = { name: "VAT", jurisdiction: "UK", code: "V", rate: 0.2 };
const off = {
  external_id: "1",
  discount_engine: "ours",
  description: "d",
  discount_code: "C",
  amount: -1,
};

const rows: Row[] = [
  ["Products.All", () => [], "ok"],
  ["Products.Get", () => [shop.goods.mug], "ok"],
  ["Products.Create", () => [{ name: "x" }], 405],
  ["Products.Delete", () => [shop.goods.mug], 405],
  ["Currencies.All", () => [], "ok"],
  ["Currencies.Get", () => ["USD"], "ok"],
  ["Currencies.Create", () => [{ code: "XXX" }], 405],
  ["Categories.All", () => [], "ok"],
  ["Categories.Tree", () => [], "ok"],
  ["Categories.Get", () => [state.node], "ok"],
  ["Brands.All", () => [], 404],
  ["Collections.All", () => [], 404],
  ["Files.All", () => [], "ok"],
  ["Files.Get", () => [newId()], 404],
  ["Inventories.Get", () => [shop.goods.mug], "ok"],
  ["Inventories.GetMultipleStock", () => [[shop.goods.mug]], "ok"],
  ["Inventories.IncrementStock", () => [shop.goods.mug, 1], 404],
  ["ShopperCatalog.Get", () => [{}], "ok"],
  ["ShopperCatalog.Products.All", () => [{}], "ok"],
  ["ShopperCatalog.Products.Get", () => [{ productId: shop.goods.mug }], "ok"],
  ["ShopperCatalog.Products.GetProductsByNode", () => [{ nodeId: state.node }], "ok"],
  ["ShopperCatalog.Products.GetProductsByHierarchy", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Products.GetProductChildren", () => [{ productId: shop.goods.mug }], "ok"],
  ["ShopperCatalog.Nodes.All", () => [{}], "ok"],
  ["ShopperCatalog.Nodes.Get", () => [{ nodeId: state.node }], "ok"],
  ["ShopperCatalog.Nodes.GetNodeChildren", () => [{ nodeId: state.node }], "ok"],
  ["ShopperCatalog.Nodes.GetNodeProducts", () => [{ nodeId: state.node }], "ok"],
  ["ShopperCatalog.Hierarchies.All", () => [{}], "ok"],
  ["ShopperCatalog.Hierarchies.Get", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Hierarchies.GetHierarchyChildren", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Hierarchies.GetHierarchyNodes", () => [{ hierarchyId }], "ok"],
  ["Cart.Get", () => [], "ok"],
  ["Cart.Items", () => [], "ok"],
  ["Cart.AddProduct", () => [shop.goods.lamp, 2], "ok"],
  ["Cart.AddProduct", () => [shop.goods.lamp, 1, { custom_inputs: { note: "x" } }], "ok"],
  [
    "Cart.AddCustomItem",
    () => [{ name: "Wrap", sku: "W", quantity: 1, price: { amount: 100 } }],
    "ok",
  ],
  ["Cart.BulkAdd", () => [[{ type: "cart_item", id: shop.goods.mug, quantity: 1 }]], "ok"],
  ["Cart.AddPromotion", () => ["NONE"], 422],
  ["Cart.RemovePromotion", () => ["NONE"], 404],
  ["Cart.UpdateItem", () => [state.item, 3], "ok"],
  ["Cart.UpdateItemQuantity", () => [state.item, 2], "ok"],
  ["Cart.UpdateItems", () => [[{ id: state.item, quantity: 1 }]], "ok"],
  ["Cart.CreateCart", () => [{ name: "Another" }], "ok"],
  ["Cart.UpdateCart", () => [{ name: "Renamed" }], "ok"],
  ["Cart.GetCartsList", () => ["customer-token"], 403],
  ["Cart.AddCustomerAssociation", () => [newId(), "customer-token"], 403],
  ["Cart.AddAccountAssociation", () => [newId(), "account-token"], 404],
  ["Cart.AddItemTax", () => [state.item, { ...vat }], "ok"],
  [
    "Cart.BulkAddItemTax",
    () => [
      [
        {
          type: "tax_item",
          ...vat,
          relationships: { item: { data: { type: "cart_item", id: state.item } } },
        },
      ],
    ],
    "ok",
  ],
  ["Cart.UpdateItemTax", () => [state.item, newId(), { ...vat }], 404],
  ["Cart.RemoveItemTax", () => [state.item, newId()], 404],
  ["Cart.AddCartCustomDiscount", () => [{ ...off }], "ok"],
  ["Cart.UpdateCartCustomDiscount", () => [newId(), { ...off }], 404],
  ["Cart.RemoveCartCustomDiscount", () => [newId()], 404],
  ["Cart.AddItemCustomDiscount", () => [state.item, { ...off }], "ok"],
  ["Cart.UpdateItemCustomDiscount", () => [state.item, newId(), { ...off }], 404],
  ["Cart.RemoveItemCustomDiscount", () => [state.item, newId()], 404],
  ["Cart.BulkAddCartCustomDiscount", () => [[{ type: "custom_discount", ...off }]], "ok"],
  [
    "Cart.CreateShippingGroup",
    () => [{ shipping_type: "express", shipping_price: { total: 500 } }],
    "ok",
  ],
  ["Cart.AllShippingGroupsCart", () => [], "ok"],
  ["Cart.GetCartShippingGroup", () => [newId()], 404],
  ["Cart.Merge", () => [newId()], 404],
  ["Cart.Checkout", () => [{ id: newId() }, home], 404],
  ["Cart.Checkout", () => [buyer, home], "ok"],
  ["Cart.CheckoutWithAccountManagementToken", () => [buyer, home, home, "account-token"], "ok"],
  ["Cart.RemoveItem", () => [state.item], "ok"],
  ["Cart.RemoveAllItems", () => [], "ok"],
  ["Cart.Delete", () => [], "ok"],
  ["Orders.All", () => [], "ok"],
  ["Orders.Get", () => [state.order], "ok"],
  ["Orders.Items", () => [state.order], "ok"],
  ["Orders.Transactions", () => [state.order], "ok"],
  ["Orders.AllShippingGroups", () => [state.order], "ok"],
  ["Orders.GetShippingGroup", () => [state.order, newId()], 404],
  ["Orders.Update", () => [state.order, { external_ref: "ext" }], "ok"],
  ["Orders.Payment", () => [state.order, { gateway: "manual", method: "purchase" }], 422],
  ["Orders.Confirm", () => [state.order, state.transaction, {}], "ok"],
  ["Orders.anonymize", () => [{ order_ids: [state.order] }], 422],
  ["Transactions.All", () => [{ order: state.order }], "ok"],
  ["Transactions.Get", () => [{ order: state.order, transaction: state.transaction }], "ok"],
  ["Transactions.Cancel", () => [{ order: state.order, transaction: state.transaction }], 422],
  ["Transactions.Capture", () => [{ order: state.order, transaction: state.transaction }], "ok"],
  ["Transactions.Capture", () => [{ order: state.order, transaction: state.transaction }], 422],
  [
    "Transactions.Refund",
    () => [{ order: state.order, transaction: state.transaction }, { amount: 1 }],
    "ok",
  ],
  ["Gateways.All", () => [], "ok"],
  ["Gateways.Get", () => ["stripe"], "ok"],
  ["Gateways.Update", () => ["stripe", { enabled: true }], "ok"],
  ["Gateways.Enabled", () => ["manual", true], "ok"],
  ["Gateways.GetSlugAttributes", () => ["stripe"], 404],
  ["Gateways.OnboardingLinks", () => ["stripe", {}], 404],
  ["Settings.All", () => [], "ok"],
  ["Settings.Cart", () => [], "ok"],
  ["Settings.UpdateCart", () => [{ cart_expiry_days: 1 }], 405],
  ["Customers.All", () => [], "ok"],
  ["Customers.Create", () => [{ name: "A", email: "a@example.com", password: "x" }], 400],
  ["Customers.Get", () => [newId()], 404],
  ["Customers.Update", () => [newId(), { name: "B" }], 404],
  ["Customers.Delete", () => [newId()], 404],
  ["Customers.TokenViaPassword", () => ["a@example.com", "x"], 403],
  ["Customers.TokenViaOIDC", () => ["code", "https://example.com", "verifier"], 400],
  ["CustomerAddresses.All", () => [{ customer: newId() }], 404],
  ["Accounts.All", () => [], 404],
  ["AccountMembers.All", () => [], 404],
  ["Promotions.All", () => [], 404],
  ["Subscriptions.All", () => [], 404],
];

describe.each(Object.entries(clients))("%s", (_, open) => {
  it("answers every method that a shop uses", async () => {
    const client = open();
    const ref = newId();
    const made = await client.Cart(ref).AddProduct(shop.goods.mug);
    state.item = made.data[0]?.id ?? "";
    const order = await shop.checkout(ref);
    state.order = z.object({ data: z.object({ id: z.string() }) }).parse(order.json).data.id;
    const paid = await client.Orders.Payment(state.order, {
      gateway: "manual",
      method: "authorize",
    });
    state.transaction = paid.data.id;
    const again = await client.Cart(ref).AddProduct(shop.goods.mug);
    state.item = again.data[0]?.id ?? "";

    const seen: [string, "ok" | number][] = [];
    const expected: typeof seen = [];
    for (const [path, given, outcome] of rows) {
      const [owner = "", ...rest] = path.split(".");
      const target = owner === "Cart" ? client.Cart(ref) : Reflect.get(client, owner);
      const call = method(target, rest.join("."));
      if (call === null) continue;
      expected.push([path, outcome]);
      seen.push([path, await outcomeOf(() => call(...given()))]);
    }
    expect(seen).toEqual(expected);
    expect(seen.length).toBeGreaterThan(90);
  });
});

describe("@epcc-sdk/sdks-shopper", () => {
  it("has no method that is not answered in the dialect's words", async () => {
    let token: string | undefined = dialect.backend;
    const storage = {
      get: () => token,
      set: (value: string | undefined) => {
        token = value;
      },
    };
    const { client } = Shopper.createShopperClient(
      { baseUrl: dialect.origin },
      { clientId: "demo-storefront", storage },
    );
    const answer = z.object({ response: z.instanceof(Response), error: z.unknown().optional() });
    const path = new Proxy({}, { get: () => newId(), ownKeys: () => [] });
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, call] of Object.entries(Shopper)) {
      // Of all that the package exports, these send something.
      if (typeof call !== "function" || !/^\s*url: "/m.test(String(call))) continue;
      const sent = Reflect.apply(call, undefined, [{ client, path }]);
      const { response, error } = answer.parse(await sent);
      const isOurs = response.ok || refusal.safeParse(error).success;
      if (!isOurs || response.status >= 500) wrong.push(`${name}: ${response.status}`);
      asked += 1;
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(120);
  });
});
