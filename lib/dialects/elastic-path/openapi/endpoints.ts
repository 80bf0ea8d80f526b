import {
  addItemsRequest,
  cartRequest,
  changeItemRequest,
  changeItemsRequest,
} from "../requests/carts";
import { cartCustomersRequest } from "../requests/customers";
import {
  changeDiscountRequest,
  changeTaxRequest,
  discountRequest,
  discountsRequest,
  taxesRequest,
  taxRequest,
} from "../requests/extras";
import { groupRequest } from "../requests/shipping-groups";
import { anonymizeRequest, checkoutRequest, updateOrderRequest } from "../requests/orders";
import { cartPaymentRequest, paymentRequest } from "../requests/payments";
import {
  cancelRequest,
  captureRequest,
  confirmRequest,
  refundRequest,
} from "../requests/transactions";
import { stocksRequest } from "../requests/products";
import { gatewayRequest } from "../requests/gateways";
import { tokenForm } from "../requests/token";
import { customerEndpoints } from "./customer-endpoints";
import type { Endpoint } from "./endpoint";
import * as answers from "./responses";

export type { Endpoint };

const { one, all, listed } = answers;
const order = "/v2/orders/{orderId}";
const transaction = `${order}/transactions/{transactionId}`;
const cart = "/v2/carts/{ref}";
const items = all(answers.cartItemSchema);

const access: Endpoint[] = [
  {
    method: "POST",
    path: "/oauth/access_token",
    summary: "A token for an hour, with a shopper's rights or with all rights",
    rights: "anybody",
    body: { schema: tokenForm, form: true },
    status: 200,
    answer: answers.tokenSchema,
  },
];

const legacy = answers.legacyProductSchema;
const catalog = answers.catalogProductSchema;

// prettier-ignore
const catalogue: Endpoint[] = [
  { method: "GET", path: "/v2/products", summary: "Products, in the older shape", rights: "shopper", query: "list", status: 200, answer: listed(legacy) },
  { method: "GET", path: "/v2/products/{productId}", summary: "One product, in the older shape", rights: "shopper", query: "include", status: 200, answer: one(legacy) },
  { method: "GET", path: "/catalog/products", summary: "Products", rights: "shopper", query: "list", status: 200, answer: listed(catalog) },
  { method: "GET", path: "/catalog/products/{productId}", summary: "One product", rights: "shopper", query: "include", status: 200, answer: one(catalog) },
  { method: "GET", path: "/catalog", summary: "The release of the catalogue that is sold", rights: "shopper", status: 200, answer: one(answers.namedSchema) },
  { method: "GET", path: "/catalog/hierarchies", summary: "The hierarchies: the shop's categories are one", rights: "shopper", query: "page", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/catalog/hierarchies/{hierarchyId}", summary: "One hierarchy", rights: "shopper", status: 200, answer: one(answers.namedSchema) },
  { method: "GET", path: "/catalog/hierarchies/{hierarchyId}/nodes", summary: "Its categories", rights: "shopper", query: "list", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/catalog/hierarchies/{hierarchyId}/children", summary: "Its categories; none is within another", rights: "shopper", query: "list", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/catalog/hierarchies/{hierarchyId}/products", summary: "Products of all its categories", rights: "shopper", query: "list", status: 200, answer: listed(catalog) },
  { method: "GET", path: "/catalog/nodes", summary: "Categories", rights: "shopper", query: "list", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/catalog/nodes/{nodeId}", summary: "One category", rights: "shopper", status: 200, answer: one(answers.namedSchema) },
  { method: "GET", path: "/catalog/nodes/{nodeId}/relationships/children", summary: "Categories within it: there are none", rights: "shopper", query: "page", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/catalog/nodes/{nodeId}/relationships/products", summary: "Products of a category", rights: "shopper", query: "list", status: 200, answer: listed(catalog) },
  { method: "GET", path: "/catalog/products/{productId}/relationships/children", summary: "Other forms of it: each is a product of its own here, so there are none", rights: "shopper", query: "page", status: 200, answer: listed(catalog) },
  { method: "GET", path: "/catalog/products/{productId}/relationships/component_products", summary: "What a bundle is made of: there are no bundles", rights: "shopper", query: "page", status: 200, answer: listed(catalog) },
  { method: "GET", path: "/v2/categories", summary: "Categories, in the older shape", rights: "shopper", query: "list", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/v2/categories/tree", summary: "Categories as a tree: it has one level", rights: "shopper", query: "list", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/v2/categories/{categoryId}", summary: "One category, in the older shape", rights: "shopper", status: 200, answer: one(answers.namedSchema) },
  { method: "GET", path: "/v2/currencies", summary: "What the shop sells in", rights: "shopper", query: "page", status: 200, answer: listed(answers.currencySchema) },
  { method: "GET", path: "/v2/currencies/{code}", summary: "One currency, by its code", rights: "shopper", status: 200, answer: one(answers.currencySchema) },
  { method: "GET", path: "/v2/files", summary: "Pictures of products", rights: "shopper", query: "page", status: 200, answer: listed(answers.fileSchema) },
  { method: "GET", path: "/v2/files/{fileId}", summary: "One picture", rights: "shopper", status: 200, answer: one(answers.fileSchema) },
  { method: "POST", path: "/v2/inventories/multiple", summary: "How many of several products there are", rights: "shopper", body: { schema: stocksRequest }, status: 200, answer: all(answers.stockSchema) },
  { method: "GET", path: "/v2/inventories/locations", summary: "Places that goods are kept in: they are not told apart", rights: "shopper", query: "page", status: 200, answer: listed(answers.namedSchema) },
  { method: "GET", path: "/v2/settings", summary: "How lists and addresses behave", rights: "backend", status: 200, answer: one(answers.settingsSchema) },
  { method: "GET", path: "/v2/settings/cart", summary: "How carts behave", rights: "backend", status: 200, answer: one(answers.settingsSchema) },
  { method: "GET", path: "/inventories/{productId}", summary: "How many of a product there are", rights: "shopper", status: 200, answer: one(answers.stockSchema) },
  { method: "GET", path: "/v2/inventories/{productId}", summary: "The same, where older clients look for it", rights: "shopper", status: 200, answer: one(answers.stockSchema) },
];

// prettier-ignore
const carts: Endpoint[] = [
  { method: "GET", path: "/v2/carts", summary: "The carts of the customer whose token comes along", rights: "customer", query: "page", status: 200, answer: listed(answers.cartSchema) },
  { method: "POST", path: "/v2/carts", summary: "Begins a cart with a name", rights: "shopper", body: { schema: cartRequest }, status: 201, answer: one(answers.cartSchema) },
  { method: "GET", path: cart, summary: "The cart of that reference, begun where there is none", rights: "shopper", query: "include", status: 200, answer: one(answers.cartSchema) },
  { method: "PUT", path: cart, summary: "Names a cart", rights: "shopper", body: { schema: cartRequest }, status: 200, answer: one(answers.cartSchema) },
  { method: "DELETE", path: cart, summary: "Throws a cart away; its orders stay", rights: "shopper", status: 204 },
  { method: "GET", path: `${cart}/items`, summary: "What is in a cart, and what it comes to", rights: "shopper", status: 200, answer: items },
  { method: "POST", path: `${cart}/items`, summary: "Adds products, custom items, codes, another cart or an earlier order", rights: "shopper", body: { schema: addItemsRequest }, status: 201, answer: items },
  { method: "PUT", path: `${cart}/items`, summary: "Changes several quantities", rights: "shopper", body: { schema: changeItemsRequest }, status: 200, answer: items },
  { method: "DELETE", path: `${cart}/items`, summary: "Empties a cart", rights: "shopper", status: 204 },
  { method: "PUT", path: `${cart}/items/{itemId}`, summary: "Changes a quantity; 0 takes the item out", rights: "shopper", body: { schema: changeItemRequest }, status: 200, answer: items },
  { method: "DELETE", path: `${cart}/items/{itemId}`, summary: "Takes an item out", rights: "shopper", status: 200, answer: items },
  { method: "DELETE", path: `${cart}/discounts/{code}`, summary: "Takes a code away", rights: "shopper", status: 200, answer: items },
  { method: "POST", path: `${cart}/relationships/customers`, summary: "Says whose a cart is", rights: "customer", body: { schema: cartCustomersRequest }, status: 200, answer: all(answers.customerReferenceSchema) },
  { method: "DELETE", path: `${cart}/relationships/customers`, summary: "Says whose a cart is no longer", rights: "customer", body: { schema: cartCustomersRequest }, status: 204 },
  { method: "POST", path: `${cart}/checkout`, summary: "Makes the cart's order and holds its goods", rights: "shopper", body: { schema: checkoutRequest }, status: 201, answer: one(answers.orderSchema) },
];

const item = `${cart}/items/{itemId}`;
const { taxSchema, discountSchema, groupSchema } = answers;

// prettier-ignore
const extras: Endpoint[] = [
  { method: "POST", path: `${item}/taxes`, summary: "Adds a tax to an item: a rate or an amount", rights: "backend", body: { schema: taxRequest }, status: 201, answer: one(taxSchema) },
  { method: "PUT", path: `${item}/taxes/{taxId}`, summary: "Changes a tax", rights: "backend", body: { schema: changeTaxRequest }, status: 200, answer: one(taxSchema) },
  { method: "DELETE", path: `${item}/taxes/{taxId}`, summary: "Takes a tax away", rights: "backend", status: 204 },
  { method: "POST", path: `${cart}/taxes`, summary: "Adds taxes to several items: all of them, or none", rights: "backend", body: { schema: taxesRequest }, status: 201, answer: all(taxSchema) },
  { method: "DELETE", path: `${cart}/taxes`, summary: "Takes all taxes away", rights: "backend", status: 204 },
  { method: "POST", path: `${cart}/custom-discounts`, summary: "Adds a discount of the whole cart, or several of cart and items", rights: "backend", body: { schema: discountsRequest }, status: 201, answer: one(discountSchema) },
  { method: "DELETE", path: `${cart}/custom-discounts`, summary: "Takes all discounts of programs away", rights: "backend", status: 204 },
  { method: "PUT", path: `${cart}/custom-discounts/{discountId}`, summary: "Changes a discount", rights: "backend", body: { schema: changeDiscountRequest }, status: 200, answer: one(discountSchema) },
  { method: "DELETE", path: `${cart}/custom-discounts/{discountId}`, summary: "Takes a discount away", rights: "backend", status: 204 },
  { method: "POST", path: `${item}/custom-discounts`, summary: "Adds a discount of one item", rights: "backend", body: { schema: discountRequest }, status: 201, answer: one(discountSchema) },
  { method: "PUT", path: `${item}/custom-discounts/{discountId}`, summary: "Changes an item's discount", rights: "backend", body: { schema: changeDiscountRequest }, status: 200, answer: one(discountSchema) },
  { method: "DELETE", path: `${item}/custom-discounts/{discountId}`, summary: "Takes an item's discount away", rights: "backend", status: 204 },
  { method: "GET", path: `${cart}/shipping-groups`, summary: "The parcels of a cart", rights: "shopper", status: 200, answer: all(groupSchema) },
  { method: "POST", path: `${cart}/shipping-groups`, summary: "Adds a parcel, and what it costs to send", rights: "shopper", body: { schema: groupRequest }, status: 201, answer: one(groupSchema) },
  { method: "GET", path: `${cart}/shipping-groups/{groupId}`, summary: "One parcel", rights: "shopper", status: 200, answer: one(groupSchema) },
  { method: "PUT", path: `${cart}/shipping-groups/{groupId}`, summary: "Changes a parcel", rights: "shopper", body: { schema: groupRequest }, status: 200, answer: one(groupSchema) },
  { method: "DELETE", path: `${cart}/shipping-groups/{groupId}`, summary: "Takes a parcel away; its items stay", rights: "shopper", status: 204 },
];

const orderAnswer = one(answers.orderSchema);

// prettier-ignore
const orders: Endpoint[] = [
  { method: "GET", path: "/v2/orders", summary: "Orders, filtered, sorted and in pages", rights: "customer", query: "list", status: 200, answer: listed(answers.orderSchema) },
  { method: "GET", path: order, summary: "One order", rights: "customer", query: "include", status: 200, answer: orderAnswer },
  { method: "PUT", path: order, summary: "Renames an order, sends it elsewhere, cancels or fulfils it", rights: "backend", body: { schema: updateOrderRequest }, status: 200, answer: orderAnswer },
  { method: "GET", path: `${order}/items`, summary: "What was ordered", rights: "customer", status: 200, answer: all(answers.orderItemSchema) },
  { method: "GET", path: `${order}/shipping-groups`, summary: "The parcels of an order", rights: "customer", status: 200, answer: all(groupSchema) },
  { method: "GET", path: `${order}/shipping-groups/{groupId}`, summary: "One parcel of an order", rights: "customer", status: 200, answer: one(groupSchema) },
  { method: "POST", path: "/v2/orders/anonymize", summary: "Takes out who orders were for", rights: "backend", body: { schema: anonymizeRequest }, status: 200, answer: all(answers.orderSchema) },
];

const transactionAnswer = one(answers.transactionSchema);

// prettier-ignore
const payments: Endpoint[] = [
  { method: "POST", path: `${cart}/payments`, summary: "Begins the payment of a cart before its checkout; the browser confirms it", rights: "shopper", body: { schema: cartPaymentRequest }, status: 201, answer: one(answers.cartSchema) },
  { method: "PUT", path: `${cart}/payments/{intentId}`, summary: "The same for what the cart comes to now; the intent may be another one", rights: "shopper", body: { schema: cartPaymentRequest }, status: 200, answer: one(answers.cartSchema) },
  { method: "POST", path: `${order}/confirm`, summary: "Asks the gateway what became of a payment that was begun in the cart", rights: "shopper", body: { schema: confirmRequest, optional: true }, status: 200, answer: transactionAnswer },
  { method: "POST", path: `${order}/payments`, summary: "Pays an order or a part of it", rights: "shopper", body: { schema: paymentRequest }, status: 200, answer: transactionAnswer },
  { method: "GET", path: `${order}/transactions`, summary: "The payments of an order", rights: "backend", status: 200, answer: all(answers.transactionSchema) },
  { method: "GET", path: transaction, summary: "One payment", rights: "backend", status: 200, answer: transactionAnswer },
  { method: "POST", path: `${transaction}/confirm`, summary: "Asks the gateway what became of a payment that the shopper had to confirm", rights: "shopper", body: { schema: confirmRequest, optional: true }, status: 200, answer: transactionAnswer },
  { method: "POST", path: `${transaction}/capture`, summary: "Takes what is authorized", rights: "backend", body: { schema: captureRequest, optional: true }, status: 200, answer: transactionAnswer },
  { method: "POST", path: `${transaction}/refund`, summary: "Gives an amount back; without one, marks all as given back elsewhere", rights: "backend", body: { schema: refundRequest, optional: true }, status: 200, answer: transactionAnswer },
  { method: "POST", path: `${transaction}/cancel`, summary: "Lets an authorization go", rights: "backend", body: { schema: cancelRequest, optional: true }, status: 200, answer: transactionAnswer },
];

// prettier-ignore
const gateways: Endpoint[] = [
  { method: "GET", path: "/v2/gateways", summary: "Every gateway that these clients know, and which are on", rights: "backend", status: 200, answer: all(answers.gatewaySchema) },
  { method: "GET", path: "/v2/gateways/{slug}", summary: "One gateway", rights: "backend", status: 200, answer: one(answers.gatewaySchema) },
  { method: "PUT", path: "/v2/gateways/{slug}", summary: "Switches a gateway on or off", rights: "backend", body: { schema: gatewayRequest }, status: 200, answer: one(answers.gatewaySchema) },
];

/**
 * Every endpoint of the dialect. The description is made of this table, and so is the table of bad inputs
 * that the tests send to each of them.
 */
export const sections: { name: string; endpoints: Endpoint[] }[] = [
  { name: "Access", endpoints: access },
  { name: "Catalogue", endpoints: catalogue },
  { name: "Carts", endpoints: carts },
  { name: "Adjustments", endpoints: extras },
  { name: "Customers", endpoints: customerEndpoints },
  { name: "Orders", endpoints: orders },
  { name: "Payments", endpoints: payments },
  { name: "Gateways", endpoints: gateways },
];

export const endpoints: Endpoint[] = sections.flatMap((section) => section.endpoints);
