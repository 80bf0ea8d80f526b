import { changeDiscount, removeDiscount } from "@/lib/cart/named/extras/change";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { cartDiscounts } from "@/lib/dialects/elastic-path/json/cart-extras";
import { changeDiscountRequest, discountChange } from "@/lib/dialects/elastic-path/requests/extras";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

type DiscountContext = Context<"ref" | "itemId" | "discountId">;

export const PUT = route(async (request, { params }: DiscountContext) => {
  await requireBackend(request);
  const ref = await cartPath(params);
  const path = await params;
  const { data } = await jsonBody(request, changeDiscountRequest);
  const cart = await changeDiscount(askedCart(request, ref), path, discountChange(data));
  return Response.json({ data: cartDiscounts(cart, [path.discountId])[0] });
});

export const DELETE = route(async (request, { params }: DiscountContext) => {
  await requireBackend(request);
  const ref = await cartPath(params);
  const path = await params;
  await removeDiscount(askedCart(request, ref), path);
  return new Response(null, { status: 204 });
});

export const { GET, POST, PATCH, OPTIONS } = others("PUT", "DELETE");
