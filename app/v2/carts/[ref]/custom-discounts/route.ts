import { addDiscounts, removeAllDiscounts } from "@/lib/cart/named/extras/change";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { cartDiscounts } from "@/lib/dialects/elastic-path/json/cart-extras";
import { discountsRequest, newDiscounts } from "@/lib/dialects/elastic-path/requests/extras";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

/** A list is answered with a list, one with one. */
export const POST = route(async (request, { params }: Context<"ref">) => {
  await requireBackend(request);
  const ref = await cartPath(params);
  const asked = await jsonBody(request, discountsRequest);
  const { cart, ids } = await addDiscounts(askedCart(request, ref), newDiscounts(asked));
  const made = cartDiscounts(cart, ids);
  const isOne = !Array.isArray(asked.data) && !("data" in asked.data);
  return Response.json({ data: isOne ? made[0] : made }, { status: 201 });
});

export const DELETE = route(async (request, { params }: Context<"ref">) => {
  await requireBackend(request);
  await removeAllDiscounts(askedCart(request, await cartPath(params)));
  return new Response(null, { status: 204 });
});

export const { GET, PUT, PATCH, OPTIONS } = others("POST", "DELETE");
