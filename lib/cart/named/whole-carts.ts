import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { addItems, type NewItem } from "./add-items";
import { changeNamedCart, type OpenCart } from "./open";
import { labelSchema, readNamedCart, type CartLabel, type NamedCart } from "./view";

/** What is left out of `label` stays as it is. */
export async function labelCart(command: OpenCart & { label: CartLabel }): Promise<NamedCart> {
  const { ref } = command;
  const { cart } = await changeNamedCart(command, async (tx) => {
    const { label } = await tx.cart.findUniqueOrThrow({ where: { ref }, select: { label: true } });
    const before = labelSchema.catch({}).parse(label);
    await tx.cart.update({ where: { ref }, data: { label: { ...before, ...command.label } } });
  });
  return cart;
}

/**
 * Its orders stay, and can be paid: programs check out, throw the cart away, and pay then.
 * A cart that is not there is gone already.
 */
export async function deleteCart(ref: string): Promise<void> {
  await inTransaction((tx) => tx.cart.deleteMany({ where: { ref } }));
}

/** Adds what another cart has. @throws DomainError not_found, and what adding throws */
export async function mergeCarts(
  command: OpenCart & { fromRef: string; allOrNothing: boolean },
): Promise<{ cart: NamedCart; refused: DomainError[] }> {
  const db = await database();
  const from = await readNamedCart(db, command.fromRef);
  if (from === null) {
    throw new DomainError("not_found", "Cart not found", { id: command.fromRef });
  }
  const items: NewItem[] = from.items.flatMap((item): NewItem[] => {
    const { variantId, quantity, inputs } = item;
    const own = Object.keys(inputs).length > 0 ? { inputs } : {};
    if (variantId !== null) return [{ kind: "product", id: variantId, quantity, ...own }];
    return item.kind === "custom" ? [customCopy(item)] : [];
  });
  const codes = from.promotions.map(({ code }): NewItem => ({ kind: "promotion", code }));
  if (from.items.some(({ kind }) => kind === "custom")) requireSameCurrency(command, from);
  return addItems({ ...command, items: [...items, ...codes] });
}

function customCopy(item: NamedCart["items"][number]): NewItem {
  const { name, sku, description, quantity, unitPriceMinor, includesTax, inputs } = item;
  return {
    kind: "custom",
    name,
    sku,
    description,
    quantity,
    unitPriceMinor: unitPriceMinor ?? 0,
    includesTax,
    inputs,
  };
}

function requireSameCurrency({ currency }: OpenCart, from: NamedCart): void {
  if (currency === null || currency === from.currency) return;
  const message = `That cart has custom items that are priced in ${from.currency}.`;
  throw new DomainError("currency_mismatch", message, { currency: from.currency });
}

/** Adds what an order had and the catalogue still has. @throws DomainError not_found */
export async function reorder(
  command: OpenCart & { orderId: string; allOrNothing: boolean },
): Promise<{ cart: NamedCart; refused: DomainError[] }> {
  const db = await database();
  const lines = await db.orderLine.findMany({
    where: { orderId: command.orderId, variantId: { not: null } },
    orderBy: { position: "asc" },
    select: { variantId: true, quantity: true },
  });
  if (lines.length === 0) throw new DomainError("not_found", "Order not found");
  const items = lines.flatMap(({ variantId, quantity }): NewItem[] =>
    variantId === null ? [] : [{ kind: "product", id: variantId, quantity }],
  );
  return addItems({ ...command, items });
}
