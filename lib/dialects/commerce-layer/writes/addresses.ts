import { z } from "zod";
import { writeDraftOrder, type DraftChange } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { clientAddressSchema, type ClientAddress } from "@/lib/orders/client-address";
import type { Caller } from "../auth";
import { locked, notFound } from "../errors";
import { write } from "../protocol/resource";
import { requireOpenOrder } from "./open-order";
import { none, text } from "./parts";

const fields = {
  business: z.boolean().nullish(),
  first_name: text(100).nullish(),
  last_name: text(100).nullish(),
  company: text(200).nullish(),
  line_1: text(200).min(1, "can't be blank"),
  line_2: text(200).nullish(),
  city: text(100).min(1, "can't be blank"),
  zip_code: text(32).nullish(),
  state_code: text(100).nullish(),
  country_code: text(2).regex(/^[A-Za-z]{2}$/, "is not a country code"),
  phone: text(50).nullish(),
  email: z.union([z.email().max(200), z.literal("")]).nullish(),
  notes: text(1_000).nullish(),
  billing_info: text(200).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lng: z.number().min(-180).max(180).nullish(),
};

const created = z
  .strictObject(fields)
  .refine(({ first_name, last_name, company }) => company || (first_name && last_name), {
    path: ["first_name"],
    error: "can't be blank",
  });

type Given = Partial<z.infer<typeof created>>;

/** What these clients keep in an address and orders do not. */
const storedSchema = clientAddressSchema.extend({
  email: z.string().default(""),
  billingInfo: z.string().default(""),
  lat: z.number().nullable().default(null),
  lng: z.number().nullable().default(null),
  /** Of the customer who wrote it down; none: a guest or a program did. */
  shopperId: z.string().optional(),
});

type Stored = z.infer<typeof storedSchema>;

function changed(before: Stored, given: Given): Stored {
  const pick = (value: string | null | undefined, old: string) =>
    value ?? (value === null ? "" : old);
  const after = {
    ...before,
    firstName: pick(given.first_name, before.firstName),
    lastName: pick(given.last_name, before.lastName),
    company: pick(given.company, before.company),
    line1: pick(given.line_1, before.line1),
    line2: pick(given.line_2, before.line2),
    city: pick(given.city, before.city),
    postalCode: pick(given.zip_code, before.postalCode),
    region: pick(given.state_code, before.region),
    country: pick(given.country_code, before.country).toUpperCase(),
    phone: pick(given.phone, before.phone),
    email: pick(given.email, before.email),
    instructions: pick(given.notes, before.instructions),
    billingInfo: pick(given.billing_info, before.billingInfo),
    lat: given.lat === undefined ? before.lat : given.lat,
    lng: given.lng === undefined ? before.lng : given.lng,
  };
  const person = `${after.firstName} ${after.lastName}`.trim();
  return { ...after, givenRegion: after.region, name: person || after.company };
}

async function keep(data: Stored, orderId?: string): Promise<string> {
  const id = newId();
  const db = await database();
  await db.address.create({ data: { id, data, ...(orderId && { orderId }) } });
  return id;
}

export const createAddress = write(
  z.object({ attributes: created, relationships: none }),
  ({ data, caller: { customer } }) =>
    keep(changed(storedSchema.parse({ shopperId: customer?.shopperId }), data.attributes)),
);

/** An address that was given to a draft changes there too. */
export const updateAddress = write(
  z.object({ attributes: z.strictObject(fields).partial(), relationships: none }),
  async ({ id, data, caller }) => {
    const row = await rowOf(id);
    const after = changed(storedSchema.parse(row.data), data.attributes);
    // First the order that it was given to: an address that was delivered to stays what it was.
    if (row.orderId !== null) await follow(row.orderId, { id, after, caller });
    const db = await database();
    await db.address.update({ where: { id }, data: { data: after } });
    return id;
  },
);

type Follow = { id: string; after: Stored; caller: Caller };

async function follow(orderId: string, { id, after, caller }: Follow): Promise<void> {
  const db = await database();
  const order = await db.order.findUnique({ where: { id: orderId }, select: { client: true } });
  const used = z
    .object({ shippingAddressId: z.string().optional(), billingAddressId: z.string().optional() })
    .parse(order?.client);
  const change: DraftChange = {
    ...(used.shippingAddressId === id && { shippingAddress: after }),
    ...(used.billingAddressId === id && { billingAddress: after }),
  };
  if (Object.keys(change).length === 0) return;
  await requireOpenOrder(orderId, caller);
  await writeDraftOrder({ orderId, actor: caller.actor, change });
}

/** The address of an order that came through another door is changed where that order is. */
async function rowOf(id: string) {
  const db = await database();
  const row = z.uuid().safeParse(id).success
    ? await db.address.findUnique({ where: { id } })
    : null;
  if (row !== null) return row;
  throw new DomainError("wrong_state", "This address belongs to an order and stays as it is.");
}

/** @throws RequestError 423 when an order or somebody's book has it */
export async function removeAddress({ id }: { id: string }): Promise<void> {
  const { orderId } = await rowOf(id);
  const db = await database();
  const inBooks = await db.customerAddress.count({ where: { addressId: id } });
  if (orderId !== null || inBooks > 0) throw locked("The address is in use.");
  await db.address.delete({ where: { id } });
}

/** Where an order goes, and what its program calls that. */
export type Chosen = { id: string; address: ClientAddress };

/**
 * Gives an address to an order: as it is, or a copy of it where another order has it already.
 * @throws RequestError 404
 */
export async function useAddress(id: string, orderId: string): Promise<Chosen> {
  const db = await database();
  const row = z.uuid().safeParse(id).success
    ? await db.address.findUnique({ where: { id } })
    : null;
  if (row === null) throw notFound(`There is no address ${id.slice(0, 60)}.`);
  if (row.orderId !== null && row.orderId !== orderId) return cloneAddress(id, orderId);
  await db.address.update({ where: { id }, data: { orderId } });
  return { id, address: storedSchema.parse(row.data) };
}

/** A copy of its own for the order, of an address that anybody made or any order has. */
export async function cloneAddress(id: string, orderId: string): Promise<Chosen> {
  const address = storedSchema.parse(await dataOf(id));
  return { id: await keep(address, orderId), address };
}

async function dataOf(id: string): Promise<unknown> {
  const db = await database();
  const [, owner, which] = /^([0-9a-f-]{36})-(shipping|billing)$/.exec(id) ?? [];
  if (owner === undefined) return (await rowOf(id)).data;
  const select = { shippingAddress: true, billingAddress: true };
  const order = await db.order.findUnique({ where: { id: owner }, select });
  const data = which === "shipping" ? order?.shippingAddress : order?.billingAddress;
  if (!data) throw notFound("There is no such address.");
  return data;
}
