import { hierarchyId } from "@/lib/dialects/elastic-path/json/catalog";
import { newId } from "@/lib/ids";
import { buyer, home } from "./elastic-path-fixture";

/** The methods of the official clients, what they are given, and what comes of it: "ok", or a refusal's status. */
/** What there is to ask about; it changes as the calls go on. */
export type Known = {
  mug: string;
  lamp: string;
  order: string;
  transaction: string;
  node: string;
  item: string;
  ref: string;
};

type Row = [path: string, given: (at: Known) => unknown[], outcome: "ok" | number];

const vat = { name: "VAT", jurisdiction: "UK", code: "V", rate: 0.2 };
const off = {
  external_id: "1",
  discount_engine: "ours",
  description: "d",
  discount_code: "C",
  amount: -1,
};

export const rows: Row[] = [
  ["Products.All", () => [], "ok"],
  ["Products.Get", (at) => [at.mug], "ok"],
  ["Products.Create", () => [{ name: "x" }], 405],
  ["Products.Delete", (at) => [at.mug], 405],
  ["Currencies.All", () => [], "ok"],
  ["Currencies.Get", () => ["USD"], "ok"],
  ["Currencies.Create", () => [{ code: "XXX" }], 405],
  ["Categories.All", () => [], "ok"],
  ["Categories.Tree", () => [], "ok"],
  ["Categories.Get", (at) => [at.node], "ok"],
  ["Brands.All", () => [], 404],
  ["Collections.All", () => [], 404],
  ["Files.All", () => [], "ok"],
  ["Files.Get", () => [newId()], 404],
  ["Inventories.Get", (at) => [at.mug], "ok"],
  ["Inventories.GetMultipleStock", (at) => [[at.mug]], "ok"],
  ["Inventories.IncrementStock", (at) => [at.mug, 1], 404],
  ["ShopperCatalog.Get", () => [{}], "ok"],
  ["ShopperCatalog.Products.All", () => [{}], "ok"],
  ["ShopperCatalog.Products.Get", (at) => [{ productId: at.mug }], "ok"],
  ["ShopperCatalog.Products.GetProductsByNode", (at) => [{ nodeId: at.node }], "ok"],
  ["ShopperCatalog.Products.GetProductsByHierarchy", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Products.GetProductChildren", (at) => [{ productId: at.mug }], "ok"],
  ["ShopperCatalog.Nodes.All", () => [{}], "ok"],
  ["ShopperCatalog.Nodes.Get", (at) => [{ nodeId: at.node }], "ok"],
  ["ShopperCatalog.Nodes.GetNodeChildren", (at) => [{ nodeId: at.node }], "ok"],
  ["ShopperCatalog.Nodes.GetNodeProducts", (at) => [{ nodeId: at.node }], "ok"],
  ["ShopperCatalog.Hierarchies.All", () => [{}], "ok"],
  ["ShopperCatalog.Hierarchies.Get", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Hierarchies.GetHierarchyChildren", () => [{ hierarchyId }], "ok"],
  ["ShopperCatalog.Hierarchies.GetHierarchyNodes", () => [{ hierarchyId }], "ok"],
  ["Cart.Get", () => [], "ok"],
  ["Cart.Items", () => [], "ok"],
  ["Cart.AddProduct", (at) => [at.lamp, 2], "ok"],
  ["Cart.AddProduct", (at) => [at.lamp, 1, { custom_inputs: { note: "x" } }], "ok"],
  [
    "Cart.AddCustomItem",
    () => [{ name: "Wrap", sku: "W", quantity: 1, price: { amount: 100 } }],
    "ok",
  ],
  ["Cart.BulkAdd", (at) => [[{ type: "cart_item", id: at.mug, quantity: 1 }]], "ok"],
  ["Cart.AddPromotion", () => ["NONE"], 422],
  ["Cart.RemovePromotion", () => ["NONE"], 404],
  ["Cart.UpdateItem", (at) => [at.item, 3], "ok"],
  ["Cart.UpdateItemQuantity", (at) => [at.item, 2], "ok"],
  ["Cart.UpdateItems", (at) => [[{ id: at.item, quantity: 1 }]], "ok"],
  ["Cart.CreateCart", () => [{ name: "Another" }], "ok"],
  ["Cart.UpdateCart", () => [{ name: "Renamed" }], "ok"],
  ["Cart.GetCartsList", () => ["customer-token"], 403],
  ["Cart.AddCustomerAssociation", () => [newId(), "customer-token"], 403],
  ["Cart.AddAccountAssociation", () => [newId(), "account-token"], 404],
  ["Cart.AddItemTax", (at) => [at.item, { ...vat }], "ok"],
  [
    "Cart.BulkAddItemTax",
    (at) => [
      [
        {
          type: "tax_item",
          ...vat,
          relationships: { item: { data: { type: "cart_item", id: at.item } } },
        },
      ],
    ],
    "ok",
  ],
  ["Cart.UpdateItemTax", (at) => [at.item, newId(), { ...vat }], 404],
  ["Cart.RemoveItemTax", (at) => [at.item, newId()], 404],
  ["Cart.AddCartCustomDiscount", () => [{ ...off }], "ok"],
  ["Cart.UpdateCartCustomDiscount", () => [newId(), { ...off }], 404],
  ["Cart.RemoveCartCustomDiscount", () => [newId()], 404],
  ["Cart.AddItemCustomDiscount", (at) => [at.item, { ...off }], "ok"],
  ["Cart.UpdateItemCustomDiscount", (at) => [at.item, newId(), { ...off }], 404],
  ["Cart.RemoveItemCustomDiscount", (at) => [at.item, newId()], 404],
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
  ["Cart.RemoveItem", (at) => [at.item], "ok"],
  ["Cart.RemoveAllItems", () => [], "ok"],
  ["Cart.Delete", () => [], "ok"],
  ["Orders.All", () => [], "ok"],
  ["Orders.Get", (at) => [at.order], "ok"],
  ["Orders.Items", (at) => [at.order], "ok"],
  ["Orders.Transactions", (at) => [at.order], "ok"],
  ["Orders.AllShippingGroups", (at) => [at.order], "ok"],
  ["Orders.GetShippingGroup", (at) => [at.order, newId()], 404],
  ["Orders.Update", (at) => [at.order, { external_ref: "ext" }], "ok"],
  ["Orders.Payment", (at) => [at.order, { gateway: "manual", method: "purchase" }], 422],
  ["Orders.Confirm", (at) => [at.order, at.transaction, {}], "ok"],
  ["Orders.anonymize", (at) => [{ order_ids: [at.order] }], 422],
  ["Transactions.All", (at) => [{ order: at.order }], "ok"],
  ["Transactions.Get", (at) => [{ order: at.order, transaction: at.transaction }], "ok"],
  ["Transactions.Cancel", (at) => [{ order: at.order, transaction: at.transaction }], 422],
  ["Transactions.Capture", (at) => [{ order: at.order, transaction: at.transaction }], "ok"],
  ["Transactions.Capture", (at) => [{ order: at.order, transaction: at.transaction }], 422],
  [
    "Transactions.Refund",
    (at) => [{ order: at.order, transaction: at.transaction }, { amount: 1 }],
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
