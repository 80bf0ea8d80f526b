import { forbidden, type Caller } from "./auth";
import { askingCustomer, requireOwn } from "./customer";
import { requireCustomerRow } from "./queries/customers";
import { buyerSaid, type Buyer, type Checkout } from "./requests/orders";

/**
 * Whom a checkout is for. With a customer's token it is for that customer, under whatever name; an id without
 * the token is taken from programs with a secret only, or anybody could put orders into another's account.
 * @throws RequestError 403; DomainError not_found
 */
export async function buyerOf(caller: Caller, request: Request, data: Checkout): Promise<Buyer> {
  const customer = await askingCustomer(request);
  const said = buyerSaid(data);
  if (!("id" in said)) return { ...said, shopperId: customer?.id ?? null };
  if (customer === null && caller.rights !== "backend") {
    throw forbidden("An order for a customer's account needs the customer's token");
  }
  requireOwn({ ...caller, customer }, said.id);
  const { name, email } = await requireCustomerRow(said.id);
  return { shopperId: said.id, name, email };
}
