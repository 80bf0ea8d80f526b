import { addItems } from "@/lib/cart/named/add-items";
import type { OpenCart } from "@/lib/cart/named/open";
import { mergeCarts, reorder } from "@/lib/cart/named/whole-carts";
import { askedCurrency } from "./auth";
import { requireCustomer } from "./customer";
import { requireOrder } from "./queries/orders";
import { additionOf, type AddItemsRequest } from "./requests/carts";

/** The cart that the path and the headers of a request mean. */
export function askedCart(request: Request, ref: string): OpenCart {
  return { ref, currency: askedCurrency(request) };
}

/** One endpoint adds in five ways; each is one operation. */
export async function addToNamedCart(request: Request, ref: string, body: AddItemsRequest) {
  const addition = additionOf(body);
  const cart = askedCart(request, ref);
  switch (addition.is) {
    case "items":
      return addItems({ ...cart, ...addition });
    case "merge":
      return mergeCarts({ ...cart, ...addition });
    case "reorder":
      // It tells what an order had in it, so it is for whom the order is shown to.
      await requireOrder(addition.orderId, (await requireCustomer(request)).customer);
      return reorder({ ...cart, ...addition });
  }
}
