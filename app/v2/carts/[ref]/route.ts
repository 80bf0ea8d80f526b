import { openNamedCart } from "@/lib/cart/named/open";
import { deleteCart, labelCart } from "@/lib/cart/named/whole-carts";
import { dropCartPayment } from "@/lib/checkout/operations/pay-client-cart";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { cartIncludes, cartJson } from "@/lib/dialects/elastic-path/json/cart";
import { readIncludes } from "@/lib/dialects/elastic-path/lists/page";
import { cartRequest, labelOf } from "@/lib/dialects/elastic-path/requests/carts";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

/** Makes the cart where there is none: this is how clients begin one. */
export const GET = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const cart = await openNamedCart(askedCart(request, await cartPath(params)));
  const includes = readIncludes(new URL(request.url).searchParams);
  const data = cartJson(cart, includes.has("items"));
  return Response.json({ data, ...cartIncludes(cart, includes) });
});

export const PUT = route(async (request, { params }: Context<"ref">) => {
  const { actor } = await requireShopper(request);
  const ref = await cartPath(params);
  const { data } = await jsonBody(request, cartRequest);
  if (data.payment_intent_id === "") await dropCartPayment({ cartRef: ref, actor });
  const cart = await labelCart({ ...askedCart(request, ref), label: labelOf(data) });
  return Response.json({ data: cartJson(cart, false) });
});

export const DELETE = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  await deleteCart(await cartPath(params));
  return new Response(null, { status: 204 });
});

export const { POST, PATCH, OPTIONS } = others("GET", "PUT", "DELETE");
