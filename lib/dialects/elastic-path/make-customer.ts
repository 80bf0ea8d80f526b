import type { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { registerShopper } from "@/lib/shoppers/operations/sign-in";
import type { Caller } from "./auth";
import { requireCustomerRow, type CustomerRow } from "./queries/customers";
import type { customerRequest } from "./requests/customers";

type NewCustomer = z.infer<typeof customerRequest>["data"];

/**
 * An account like those of the storefront's form, whose owner is asked by mail to confirm the address. These
 * clients sign in right after this, so an address that has an account already cannot be kept a secret here.
 * @throws DomainError wrong_state, too_many_attempts
 */
export async function makeCustomer(
  { rights }: Caller,
  { headers }: Request,
  { name, email, password }: NewCustomer,
): Promise<CustomerRow> {
  const byProgram = rights === "backend";
  const who = { name, email, password, locale: "en-US" };
  const { id } = await registerShopper(who, headers, { byProgram });
  const db = await database();
  // Of an address that has an account already the id leads nowhere.
  if ((await db.shopper.count({ where: { id } })) === 0) {
    const message = "There is a customer with this e-mail address already.";
    throw new DomainError("wrong_state", message, { what: "Customer" });
  }
  return requireCustomerRow(id);
}
