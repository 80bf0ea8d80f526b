import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { changeNamedCart, type OpenCart } from "../open";
import { readNamedCart, type NamedCart } from "../view";
import { writeExtras } from "./write";
import type { CartExtras, CustomDiscount, ShippingGroup, TaxItem } from "./schema";

type Change = (extras: CartExtras, cart: NamedCart) => CartExtras;

/** @throws DomainError currency_mismatch, and whatever `change` throws; then nothing has changed */
export async function changeExtras(open: OpenCart, change: Change): Promise<NamedCart> {
  const { cart } = await changeNamedCart(open, async (tx, { id }) => {
    const before = await readNamedCart(tx, open.ref);
    if (before !== null) await writeExtras(tx, id, change(before.extras, before));
  });
  return cart;
}

export type NewTax = Omit<TaxItem, "id">;

/** The most of each kind that a cart keeps: far more than anybody could mean. */
const most = 500;

type Added = { cart: NamedCart; ids: string[] };

/** All of them, or none. @throws DomainError not_found when an item is not in the cart */
export async function addTaxes(open: OpenCart, taxes: readonly NewTax[]): Promise<Added> {
  const added = taxes.map((tax) => ({ id: newId(), ...tax }));
  const cart = await changeExtras(open, (extras, before) => {
    for (const { itemId } of taxes) requireItem(before, itemId);
    return { ...extras, taxes: kept([...extras.taxes, ...added]) };
  });
  return { cart, ids: added.map(({ id }) => id) };
}

type TaxPath = { itemId: string; taxId: string };

/** @throws DomainError not_found */
export function changeTax(
  open: OpenCart,
  { itemId, taxId }: TaxPath,
  change: Partial<NewTax>,
): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const isIt = (tax: TaxItem) => tax.id === taxId && tax.itemId === itemId;
    return {
      ...extras,
      taxes: replaced(extras.taxes, isIt, "Tax item", (tax) => ({ ...tax, ...change })),
    };
  });
}

/** @throws DomainError not_found */
export function removeTax(open: OpenCart, { itemId, taxId }: TaxPath): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const isIt = (tax: TaxItem) => tax.id === taxId && tax.itemId === itemId;
    return { ...extras, taxes: without(extras.taxes, isIt, "Tax item") };
  });
}

/** @throws DomainError not_found when there are none */
export function removeAllTaxes(open: OpenCart): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    return { ...extras, taxes: without(extras.taxes, () => true, "Tax item") };
  });
}

export type NewDiscount = Omit<CustomDiscount, "id">;

/** All of them, or none. @throws DomainError not_found when an item is not in the cart */
export async function addDiscounts(
  open: OpenCart,
  discounts: readonly NewDiscount[],
): Promise<Added> {
  const added = discounts.map((discount) => ({ id: newId(), ...discount }));
  const cart = await changeExtras(open, (extras, before) => {
    for (const { itemId } of discounts) if (itemId !== null) requireItem(before, itemId);
    return { ...extras, discounts: kept([...extras.discounts, ...added]) };
  });
  return { cart, ids: added.map(({ id }) => id) };
}

type DiscountPath = {
  /** Null: a discount of the whole cart. */
  itemId: string | null;
  discountId: string;
};

/** @throws DomainError not_found */
export function changeDiscount(
  open: OpenCart,
  { itemId, discountId }: DiscountPath,
  change: Partial<Omit<NewDiscount, "itemId">>,
): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const isIt = (one: CustomDiscount) => one.id === discountId && one.itemId === itemId;
    const discounts = replaced(extras.discounts, isIt, "Custom discount", (discount) => ({
      ...discount,
      ...change,
    }));
    return { ...extras, discounts };
  });
}

/** @throws DomainError not_found */
export function removeDiscount(
  open: OpenCart,
  { itemId, discountId }: DiscountPath,
): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const isIt = (one: CustomDiscount) => one.id === discountId && one.itemId === itemId;
    return { ...extras, discounts: without(extras.discounts, isIt, "Custom discount") };
  });
}

/** Of the whole cart and of its items; where there are none nothing happens. */
export function removeAllDiscounts(open: OpenCart): Promise<NamedCart> {
  return changeExtras(open, (extras) => ({ ...extras, discounts: [] }));
}

export type NewGroup = Omit<ShippingGroup, "id" | "createdAt" | "updatedAt">;

export async function addGroup(open: OpenCart, group: NewGroup): Promise<Added> {
  const [id, now] = [newId(), new Date()];
  const cart = await changeExtras(open, (extras) => {
    const groups = [...extras.groups, { id, ...group, createdAt: now, updatedAt: now }];
    return { ...extras, groups: kept(groups) };
  });
  return { cart, ids: [id] };
}

/** @throws DomainError not_found */
export function changeGroup(
  open: OpenCart,
  id: string,
  change: Partial<NewGroup>,
): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const isIt = (group: ShippingGroup) => group.id === id;
    const groups = replaced(extras.groups, isIt, "Shipping group", (group) => ({
      ...group,
      ...change,
      updatedAt: new Date(),
    }));
    return { ...extras, groups };
  });
}

/** What was in it is in none then. @throws DomainError not_found */
export function removeGroup(open: OpenCart, id: string): Promise<NamedCart> {
  return changeExtras(open, (extras) => {
    const groups = without(extras.groups, (group) => group.id === id, "Shipping group");
    const others = Object.entries(extras.itemGroups).filter(([, groupId]) => groupId !== id);
    return { ...extras, groups, itemGroups: Object.fromEntries(others) };
  });
}

function requireItem({ items }: NamedCart, itemId: string): void {
  if (items.some(({ id }) => id === itemId)) return;
  throw new DomainError("not_found", "Item was not found in the cart", {
    what: "CartItem",
    id: itemId.slice(0, 100),
  });
}

const missing = (what: string) => new DomainError("not_found", `${what} not found`);

function replaced<T>(
  all: T[],
  isIt: (one: T) => boolean,
  what: string,
  change: (one: T) => T,
): T[] {
  if (!all.some(isIt)) throw missing(what);
  return all.map((one) => (isIt(one) ? change(one) : one));
}

function without<T>(all: T[], isIt: (one: T) => boolean, what: string): T[] {
  if (!all.some(isIt)) throw missing(what);
  return all.filter((one) => !isIt(one));
}

function kept<T>(all: T[]): T[] {
  if (all.length <= most) return all;
  throw new DomainError("invalid_input", `A cart has at most ${most} of these`);
}
