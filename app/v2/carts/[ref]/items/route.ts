import { changeItems, clearCart } from "@/lib/cart/named/change-items";
import { openNamedCart } from "@/lib/cart/named/open";
import { addToNamedCart, askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { cartIncludes, itemListJson } from "@/lib/dialects/elastic-path/json/cart";
import { readIncludes } from "@/lib/dialects/elastic-path/lists/page";
import {
  addItemsRequest,
  changeItemsRequest,
  changesOf,
} from "@/lib/dialects/elastic-path/requests/carts";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const cart = await openNamedCart(askedCart(request, await cartPath(params)));
  const includes = readIncludes(new URL(request.url).searchParams);
  return Response.json({ ...itemListJson(cart), ...cartIncludes(cart, includes) });
});

export const POST = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const ref = await cartPath(params);
  const body = await jsonBody(request, addItemsRequest);
  const { cart, refused } = await addToNamedCart(request, ref, body);
  return Response.json(itemListJson(cart, refused), { status: 201 });
});

export const PUT = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const ref = await cartPath(params);
  const changes = changesOf(await jsonBody(request, changeItemsRequest));
  return Response.json(itemListJson(await changeItems({ ...askedCart(request, ref), changes })));
});

export const DELETE = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  await clearCart(askedCart(request, await cartPath(params)));
  return new Response(null, { status: 204 });
});

export const { PATCH, OPTIONS } = others("GET", "POST", "PUT", "DELETE");
