import { labelCart } from "@/lib/cart/named/whole-carts";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { forbidden, requireShopper } from "@/lib/dialects/elastic-path/auth";
import { cartJson } from "@/lib/dialects/elastic-path/json/cart";
import { cartRequest, labelOf, newCartRef } from "@/lib/dialects/elastic-path/requests/carts";
import { jsonBody, others, route } from "@/lib/dialects/elastic-path/route";

/** Carts are listed for a customer who is signed in, and shoppers of this store are not. */
export const GET = route(async (request) => {
  await requireShopper(request);
  throw forbidden("Listing carts needs a customer's token");
});

export const POST = route(async (request) => {
  await requireShopper(request);
  const { data } = await jsonBody(request, cartRequest);
  const cart = await labelCart({ ...askedCart(request, newCartRef(data)), label: labelOf(data) });
  return Response.json({ data: cartJson(cart, false) }, { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
