import { findCartsFor, keepCartFor } from "@/lib/cart/named/shoppers";
import { labelCart } from "@/lib/cart/named/whole-carts";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { forbidden, requireShopper } from "@/lib/dialects/elastic-path/auth";
import { askingCustomer, requireCustomer } from "@/lib/dialects/elastic-path/customer";
import { cartJson } from "@/lib/dialects/elastic-path/json/cart";
import { listJson, readPage } from "@/lib/dialects/elastic-path/lists/page";
import { cartRequest, labelOf, newCartRef } from "@/lib/dialects/elastic-path/requests/carts";
import { jsonBody, others, route } from "@/lib/dialects/elastic-path/route";

/** Carts are listed for whom they belong to; nobody is shown all of them. */
export const GET = route(async (request) => {
  const { customer } = await requireCustomer(request);
  if (customer === null) throw forbidden("Listing carts needs a customer's token");
  const page = readPage(new URL(request.url).searchParams);
  const { carts, total } = await findCartsFor(customer.id, page);
  const data = carts.map((cart) => cartJson(cart, false));
  return Response.json(listJson(data, { request, page, total }));
});

/** A cart that is begun with a customer's token is that customer's. */
export const POST = route(async (request) => {
  await requireShopper(request);
  const customer = await askingCustomer(request);
  const { data } = await jsonBody(request, cartRequest);
  const open = askedCart(request, newCartRef(data));
  const cart = await labelCart({ ...open, label: labelOf(data) });
  const kept = customer ? await keepCartFor({ ...open, shopperIds: [customer.id] }) : cart;
  return Response.json({ data: cartJson(kept, false) }, { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
