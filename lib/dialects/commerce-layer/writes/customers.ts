import { z } from "zod";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { write } from "../protocol/resource";
import { invalid, notFound } from "../errors";
import { none } from "./parts";

const email = z.email("must be a valid email format").max(200);

export const createCustomer = write(
  z.object({ attributes: z.strictObject({ email }), relationships: none }),
  async ({ data }) => {
    const db = await database();
    const address = data.attributes.email.toLowerCase();
    const known = await db.customer.findUnique({ where: { email: address } });
    if (known !== null) throw invalid("email", "has already been taken", "taken");
    return (await knownCustomer(address)).id;
  },
);

/** Whoever orders is known from then on. One statement, so that two orders at once make one of them. */
export async function knownCustomer(address: string): Promise<{ id: string; email: string }> {
  const db = await database();
  const key = { email: address.toLowerCase() };
  await db.$executeRaw`
    INSERT INTO customers (id, email) VALUES (${newId()}::uuid, ${key.email})
    ON CONFLICT (email) DO NOTHING`;
  return db.customer.findUniqueOrThrow({ where: key, select: { id: true, email: true } });
}

/** @throws RequestError 404 */
export async function emailOf(customerId: string): Promise<string> {
  const db = await database();
  const row = z.uuid().safeParse(customerId).success
    ? await db.customer.findUnique({ where: { id: customerId } })
    : null;
  if (row === null) throw notFound("There is no such customer.");
  return row.email;
}
