import { changeGroup, removeGroup } from "@/lib/cart/named/extras/change";
import { openNamedCart } from "@/lib/cart/named/open";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { cartGroups, requireGroup } from "@/lib/dialects/elastic-path/json/cart-extras";
import { groupChange, groupRequest } from "@/lib/dialects/elastic-path/requests/shipping-groups";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

type GroupContext = Context<"ref" | "groupId">;

export const GET = route(async (request, { params }: GroupContext) => {
  await requireShopper(request);
  const cart = await openNamedCart(askedCart(request, await cartPath(params)));
  return Response.json({ data: requireGroup(cartGroups(cart), (await params).groupId) });
});

export const PUT = route(async (request, { params }: GroupContext) => {
  await requireShopper(request);
  const [ref, { groupId }] = [await cartPath(params), await params];
  const { data } = await jsonBody(request, groupRequest);
  const cart = await changeGroup(askedCart(request, ref), groupId, groupChange(data));
  return Response.json({ data: cartGroups(cart, [groupId])[0] });
});

export const DELETE = route(async (request, { params }: GroupContext) => {
  await requireShopper(request);
  const [ref, { groupId }] = [await cartPath(params), await params];
  await removeGroup(askedCart(request, ref), groupId);
  return new Response(null, { status: 204 });
});

export const { POST, PATCH, OPTIONS } = others("GET", "PUT", "DELETE");
