import { changeTax, removeTax } from "@/lib/cart/named/extras/change";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { cartTaxes } from "@/lib/dialects/elastic-path/json/cart-extras";
import { changeTaxRequest, taxChange } from "@/lib/dialects/elastic-path/requests/extras";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

type TaxContext = Context<"ref" | "itemId" | "taxId">;

export const PUT = route(async (request, { params }: TaxContext) => {
  await requireBackend(request);
  const [ref, path] = [await cartPath(params), await params];
  const { data } = await jsonBody(request, changeTaxRequest);
  const cart = await changeTax(askedCart(request, ref), path, taxChange(data));
  return Response.json({ data: cartTaxes(cart, [path.taxId])[0] });
});

export const DELETE = route(async (request, { params }: TaxContext) => {
  await requireBackend(request);
  await removeTax(askedCart(request, await cartPath(params)), await params);
  return new Response(null, { status: 204 });
});

export const { GET, POST, PATCH, OPTIONS } = others("PUT", "DELETE");
