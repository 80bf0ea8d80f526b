import { changeItems, removeItem } from "@/lib/cart/named/change-items";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { itemListJson } from "@/lib/dialects/elastic-path/json/cart";
import { changeItemRequest, changeOf } from "@/lib/dialects/elastic-path/requests/carts";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

type ItemContext = Context<"ref" | "itemId">;

export const PUT = route(async (request, { params }: ItemContext) => {
  await requireShopper(request);
  const [ref, { itemId: id }] = [await cartPath(params), await params];
  const { data } = await jsonBody(request, changeItemRequest);
  const changes = [{ id, ...changeOf(data) }];
  return Response.json(itemListJson(await changeItems({ ...askedCart(request, ref), changes })));
});

export const DELETE = route(async (request, { params }: ItemContext) => {
  await requireShopper(request);
  const [ref, { itemId }] = [await cartPath(params), await params];
  return Response.json(itemListJson(await removeItem({ ...askedCart(request, ref), itemId })));
});

export const { GET, POST, PATCH, OPTIONS } = others("PUT", "DELETE");
