import { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { invalid, notFound, unauthorized } from "../errors";
import { write } from "../protocol/resource";
import { knownCustomer } from "./customers";
import type { Pull } from "./order-moves";
import { maybeTo, none, to } from "./parts";

const relationships = z.strictObject({ customer: maybeTo("customers"), address: to("addresses") });

/** The customer is named by their id or by their e-mail. */
export const createCustomerAddress = write(
  z.object({
    attributes: z.strictObject({ customer_email: z.email().max(200).nullish() }),
    relationships,
  }),
  async ({ caller: { customer: own }, data: { attributes, relationships: given } }) => {
    const email = attributes.customer_email;
    const named = given.customer ?? (email ? (await knownCustomer(email)).id : undefined);
    const customerId = own?.id ?? named;
    if (own !== null && named !== undefined && named !== own.id) throw unauthorized();
    if (customerId === undefined) throw invalid("customer", "can't be blank", "blank");
    const db = await database();
    const isThere = (id: string) => z.uuid().safeParse(id).success;
    const address = isThere(given.address)
      ? await db.address.findUnique({ where: { id: given.address } })
      : null;
    const customer = isThere(customerId)
      ? await db.customer.findUnique({ where: { id: customerId } })
      : null;
    if (address === null || customer === null) throw notFound();
    return keep(customer.id, address.id);
  },
);

/** Nothing of it can be changed but its notes: another address is another entry. */
export const updateCustomerAddress = write(
  z.object({ attributes: none, relationships: none }),
  async ({ id }) => id,
);

export async function deleteCustomerAddress({ id }: { id: string }): Promise<void> {
  const db = await database();
  await db.customerAddress.delete({ where: { id } });
}

/** An address stands in a book once. */
async function keep(customerId: string, addressId: string): Promise<string> {
  const db = await database();
  const key = { customerId, addressId };
  const { id } = await db.customerAddress.upsert({
    where: { customerId_addressId: key },
    create: { id: newId(), ...key },
    update: {},
  });
  return id;
}

/** A copy of what the order has, so that the book does not change when the order does. */
export async function saveOrderAddress(
  { orderId }: Pull,
  which: "shipping" | "billing",
): Promise<void> {
  const db = await database();
  const select = { email: true, shippingAddress: true, billingAddress: true } as const;
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, select });
  if (order.email === "") throw invalid("customer_email", "can't be blank", "blank");
  const data = which === "shipping" ? order.shippingAddress : order.billingAddress;
  const { line1 } = z
    .object({ line1: z.string().default("") })
    .catch({ line1: "" })
    .parse(data);
  if (data === null || line1 === "") {
    throw new DomainError("invalid_input", "can't be blank", { field: `${which}_address` });
  }
  const customer = await knownCustomer(order.email);
  const same = await db.customerAddress.findFirst({
    where: { customerId: customer.id, address: { data: { equals: data } } },
  });
  if (same !== null) return;
  const address = await db.address.create({ data: { id: newId(), data } });
  await keep(customer.id, address.id);
}
