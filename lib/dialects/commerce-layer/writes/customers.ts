import { z } from "zod";
import { longestPassword, shortestPassword } from "@/lib/auth/password-rules";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { registerShopper } from "@/lib/shoppers/operations/sign-in";
import { changeAccount } from "@/lib/shoppers/operations/change-account";
import { write } from "../protocol/resource";
import { invalid, notFound } from "../errors";
import { addTags, removeTags } from "./tags";
import { none, text } from "./parts";

const email = z.email("must be a valid email format").max(200);
const password = z
  .string()
  .min(shortestPassword, `is too short (minimum is ${shortestPassword} characters)`)
  .max(longestPassword, `is too long (maximum is ${longestPassword} characters)`);

/** With a password the customer has an account of the shop's, and its owner is asked to confirm the address. */
export const createCustomer = write(
  z.object({
    attributes: z.strictObject({ email, password: password.nullish() }),
    relationships: none,
  }),
  async ({ caller: { rights }, headers, data: { attributes } }) => {
    const db = await database();
    const address = attributes.email.toLowerCase();
    const taken = () => invalid("email", "has already been taken", "taken");
    if (!attributes.password) {
      const known = await db.customer.findUnique({ where: { email: address } });
      if (known !== null) throw taken();
      return (await knownCustomer(address)).id;
    }
    const [name = address] = address.split("@");
    const who = { name, email: address, password: attributes.password, locale: "en-US" };
    const byProgram = rights === "backend";
    const { id } = await registerShopper(who, headers, { byProgram });
    if ((await db.shopper.count({ where: { id } })) === 0) throw taken();
    return (await knownCustomer(address)).id;
  },
);

/** What an e-mail address has ordered stays its own, so it is not changed here. */
export const updateCustomer = write(
  z.object({
    attributes: z.strictObject({
      password: password.optional(),
      _add_tags: text(300).nullish(),
      _remove_tags: text(300).nullish(),
    }),
    relationships: none,
  }),
  async ({ id, caller, data: { attributes } }) => {
    const { password: wanted, _add_tags: add, _remove_tags: remove } = attributes;
    if (wanted !== undefined) await changePassword(id, wanted, caller.customer?.session.token);
    if (caller.rights === "backend" && add) await addTags({ type: "customers", id, names: add });
    if (caller.rights === "backend" && remove) {
      await removeTags({ type: "customers", id, names: remove });
    }
    return id;
  },
);

async function changePassword(customerId: string, wanted: string, keepToken: string | undefined) {
  const db = await database();
  const address = await emailOf(customerId);
  const shopper = await db.shopper.findUnique({ where: { email: address }, select: { id: true } });
  if (shopper === null) throw invalid("password", "belongs to an account, and there is none");
  await changeAccount({ shopperId: shopper.id, password: wanted, keepToken: keepToken ?? null });
}

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
