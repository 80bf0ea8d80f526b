import { z } from "zod";
import { clientAddress } from "@/lib/auth/sign-in";
import { shopperOfToken, type TokenShopper } from "@/lib/shoppers/tokens";
import { forbidden, requireShopper, type Caller } from "./auth";
import { requirePath } from "./requests/parts";

/** A shopper with an account, whose token came with the request. */
export type Customer = TokenShopper & { token: string };

/**
 * Null: no customer's token came along. One that is not good is a 403 and never a 401, to which these clients
 * answer with a new token of the same rights and the same question.
 * @throws RequestError 403
 */
export async function askingCustomer(request: Request): Promise<Customer | null> {
  const token = request.headers.get("x-moltin-customer-token")?.trim() ?? "";
  if (token === "") return null;
  const shopper = token.length <= 200 ? await shopperOfToken(token) : null;
  if (shopper === null) throw forbidden("The customer's token is not valid, or its time is over");
  return { ...shopper, token };
}

/** `customer` null: a program with a secret, which may see everybody's. */
export type CustomerCaller = Caller & { customer: Customer | null };

/**
 * A customer, or a program with a secret. A program that sends a customer's token asks as that customer.
 * @throws RequestError 401, 403
 */
export async function requireCustomer(request: Request): Promise<CustomerCaller> {
  const caller = await requireShopper(request);
  const customer = await askingCustomer(request);
  if (customer === null && caller.rights !== "backend") {
    throw forbidden("This needs a customer's token, or a client_credentials token");
  }
  return { ...caller, customer };
}

/** What belongs to nobody else than whoever asks. @throws RequestError 403 */
export function requireOwn({ customer }: CustomerCaller, ...customerIds: string[]): void {
  if (customer === null || customerIds.every((id) => id === customer.id)) return;
  throw forbidden("This is another customer's");
}

/** The customer of a path. @throws RequestError 401, 403; DomainError not_found */
export async function customerPath(request: Request, params: Promise<{ customerId: string }>) {
  const caller = await requireCustomer(request);
  const missing = { what: "Not Found", detail: "Customer not found" };
  const customerId = requirePath(customerIdSchema, (await params).customerId, missing);
  requireOwn(caller, customerId);
  return { ...caller, customerId };
}

const customerIdSchema = z.string().regex(/^[\w-]{1,64}$/);

/** What attempts are counted by: a program with a secret asks for many from one address on the net. */
export function countedAddress({ rights }: Caller, request: Request): string | null {
  return rights === "backend" ? null : clientAddress(request.headers);
}
