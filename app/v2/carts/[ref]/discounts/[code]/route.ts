import { removePromotion } from "@/lib/cart/named/change-items";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { itemListJson } from "@/lib/dialects/elastic-path/json/cart";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const DELETE = route(async (request, { params }: Context<"ref" | "code">) => {
  await requireShopper(request);
  const [ref, { code }] = [await cartPath(params), await params];
  return Response.json(itemListJson(await removePromotion({ ...askedCart(request, ref), code })));
});

export const { GET, POST, PUT, PATCH, OPTIONS } = others("DELETE");
