import { dropCartFor, keepCartFor } from "@/lib/cart/named/shoppers";
import { askedCart } from "@/lib/dialects/elastic-path/add-to-cart";
import { requireCustomer, requireOwn } from "@/lib/dialects/elastic-path/customer";
import { customerReferences } from "@/lib/dialects/elastic-path/json/customer";
import {
  cartCustomersRequest,
  customerIdsOf,
} from "@/lib/dialects/elastic-path/requests/customers";
import { cartPath } from "@/lib/dialects/elastic-path/requests/parts";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const POST = route(async (request, { params }: Context<"ref">) => {
  const caller = await requireCustomer(request);
  const ref = await cartPath(params);
  const shopperIds = customerIdsOf(await jsonBody(request, cartCustomersRequest));
  requireOwn(caller, ...shopperIds);
  const cart = await keepCartFor({ ...askedCart(request, ref), shopperIds });
  return Response.json({ data: customerReferences(cart.shopperIds) });
});

export const DELETE = route(async (request, { params }: Context<"ref">) => {
  const caller = await requireCustomer(request);
  const ref = await cartPath(params);
  const shopperIds = customerIdsOf(await jsonBody(request, cartCustomersRequest));
  requireOwn(caller, ...shopperIds);
  await dropCartFor({ ref, shopperIds });
  return new Response(null, { status: 204 });
});

export const { GET, PUT, PATCH, OPTIONS } = others("POST", "DELETE");
