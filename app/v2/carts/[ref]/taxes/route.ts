import { addTaxes, removeAllTaxes } from "@/lib/cart/named/extras/change";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { cartTaxes } from "@/lib/dialects/elastic-path/json/cart-extras";
import { newTaxes, taxesRequest } from "@/lib/dialects/elastic-path/requests/extras";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request, { params }: Context<"ref">) => {
  await requireBackend(request);
  const ref = await cartPath(params);
  const taxes = newTaxes(await jsonBody(request, taxesRequest));
  const { cart, ids } = await addTaxes(askedCart(request, ref), taxes);
  return Response.json({ data: cartTaxes(cart, ids) }, { status: 201 });
});

export const DELETE = route(async (request, { params }: Context<"ref">) => {
  await requireBackend(request);
  await removeAllTaxes(askedCart(request, await cartPath(params)));
  return new Response(null, { status: 204 });
});

export const { GET, PUT, PATCH, OPTIONS } = others("POST", "DELETE");
