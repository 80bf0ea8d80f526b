import type { NamedCart } from "@/lib/cart/named/view";
import { DomainError } from "@/lib/errors";
import { discountJson, groupJson, taxJson } from "./extras";

/** Those of a cart's taxes, discounts and parcels that were asked for, in that order. */
const chosen = <T extends { id: string }>(all: readonly T[], ids: readonly string[]) =>
  ids.flatMap((id) => all.find((one) => one.id === id) ?? []);

export const cartTaxes = ({ applied }: NamedCart, ids: readonly string[]) =>
  chosen(applied.taxes, ids).map(taxJson);

export const cartDiscounts = ({ applied, currency }: NamedCart, ids: readonly string[]) =>
  chosen(applied.discounts, ids).map((discount) => discountJson(discount, currency));

export function cartGroups(cart: NamedCart, ids?: readonly string[]) {
  const { extras, items, currency, ref } = cart;
  const groups = ids === undefined ? extras.groups : chosen(extras.groups, ids);
  return groups.map((group) => {
    const itemIds = items.filter(({ groupId }) => groupId === group.id).map(({ id }) => id);
    return groupJson(group, currency, { cartRef: ref, itemIds });
  });
}

/** @throws DomainError not_found */
export function requireGroup<T extends { id: string }>(groups: readonly T[], id: string): T {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) throw new DomainError("not_found", "Shipping group not found");
  return group;
}
