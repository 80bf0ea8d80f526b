import { addTaxes } from "@/lib/cart/named/extras/change";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { cartTaxes } from "@/lib/dialects/elastic-path/json/cart-extras";
import { newTax, taxRequest } from "@/lib/dialects/elastic-path/requests/extras";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request, { params }: Context<"ref" | "itemId">) => {
  await requireBackend(request);
  const [ref, { itemId }] = [await cartPath(params), await params];
  const { data } = await jsonBody(request, taxRequest);
  const { cart, ids } = await addTaxes(askedCart(request, ref), [newTax(itemId, data)]);
  return Response.json({ data: cartTaxes(cart, ids)[0] }, { status: 201 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
