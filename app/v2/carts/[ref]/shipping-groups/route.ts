import { addGroup } from "@/lib/cart/named/extras/change";
import { openNamedCart } from "@/lib/cart/named/open";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { cartGroups } from "@/lib/dialects/elastic-path/json/cart-extras";
import { groupRequest, newGroup } from "@/lib/dialects/elastic-path/requests/shipping-groups";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const cart = await openNamedCart(askedCart(request, await cartPath(params)));
  return Response.json({ data: cartGroups(cart) });
});

export const POST = route(async (request, { params }: Context<"ref">) => {
  await requireShopper(request);
  const ref = await cartPath(params);
  const { data } = await jsonBody(request, groupRequest);
  const { cart, ids } = await addGroup(askedCart(request, ref), newGroup(data));
  return Response.json({ data: cartGroups(cart, ids)[0] }, { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
