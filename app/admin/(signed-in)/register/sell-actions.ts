"use server";
import { z } from "zod";
import type { Outcome, ParkedView } from "@/components/admin/register/actions";
import { basketSchema, listBaskets, parkBasket, takeBasket } from "@/lib/register/baskets";
import type { Basket, ParkedBasket } from "@/lib/register/baskets";
import { findCustomers as findKnown, type KnownCustomer } from "@/lib/register/find-customers";
import { listGoods, type Goods } from "@/lib/register/goods";
import { openSale as open } from "@/lib/register/sale";
import { tillAction } from "./outcome";

const till = z.object({ till: z.string().max(200) });
const search = till.extend({ q: z.string().max(100) });
const opening = till.extend({
  key: z.uuid(),
  basket: basketSchema,
  tipMinor: z.int().nonnegative(),
});

export async function openSale(asked: unknown): Promise<Outcome<{ orderId: string }>> {
  return tillAction(opening, asked, async ({ key, basket, tipMinor }, { account, actor }) => {
    const { lines, discount, extra, customer } = basket;
    const content = { lines, discount, extra: extra ?? undefined, tipMinor };
    const who = { account, actor, customer: customer ?? undefined };
    const { orderId } = await open({ ...content, ...who, key: `till:${key}` });
    return { orderId };
  });
}

export async function findGoods(asked: unknown): Promise<Outcome<Goods[]>> {
  return tillAction(search, asked, ({ q }, { account }) => listGoods(account, q.trim()));
}

export async function findCustomers(asked: unknown): Promise<Outcome<KnownCustomer[]>> {
  return tillAction(search, asked, ({ q }) => findKnown(q));
}

export async function park(asked: unknown): Promise<Outcome<ParkedView[]>> {
  const parking = till.extend({ label: z.string().trim().min(1).max(80), basket: basketSchema });
  return tillAction(parking, asked, async ({ label, basket }, { account, actor }) => {
    await parkBasket({ account, label, basket, actor });
    return (await listBaskets(account)).map(parkedView);
  });
}

export async function resume(
  asked: unknown,
): Promise<Outcome<{ basket: Basket; parked: ParkedView[] }>> {
  return tillAction(till.extend({ id: z.uuid() }), asked, async ({ id }, { account }) => {
    const { basket } = await takeBasket(account, id);
    return { basket, parked: (await listBaskets(account)).map(parkedView) };
  });
}

const parkedView = ({ id, label, createdAt }: ParkedBasket): ParkedView => ({
  id,
  label,
  createdAt: createdAt.toISOString(),
});
