import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OpenedCart } from "../open";
import { extrasOf, type CartExtras } from "./schema";
import { writeExtras } from "./write";

/** What a program keeps with an item; what is left out stays as it is. */
export type Kept = {
  inputs?: CartExtras["inputs"][string] | undefined;
  /** The parcel that it travels in. */
  groupId?: string | undefined;
};

/**
 * Within the transaction that changes the items. Most items have nothing kept with them, and then nothing is
 * asked of the database.
 * @throws DomainError not_found when there is no such parcel
 */
export async function keepWithItems(
  tx: Tx,
  cart: OpenedCart,
  kept: ReadonlyMap<string, Kept>,
): Promise<void> {
  const said = [...kept].filter(([, { inputs, groupId }]) => inputs ?? groupId);
  if (said.length === 0) return;
  const rows = await tx.$queryRaw<{ extras: unknown }[]>`
    SELECT checkout -> 'extras' AS extras FROM carts WHERE id = ${cart.id}::uuid`;
  const extras = extrasOf(rows[0]?.extras);
  const [inputs, itemGroups] = [{ ...extras.inputs }, { ...extras.itemGroups }];
  for (const [itemId, item] of said) {
    if (item.inputs) inputs[itemId] = item.inputs;
    if (item.groupId) itemGroups[itemId] = knownGroup(extras, item.groupId);
  }
  await writeExtras(tx, cart.id, { ...extras, inputs, itemGroups });
}

function knownGroup({ groups }: CartExtras, groupId: string): string {
  if (groups.some(({ id }) => id === groupId)) return groupId;
  throw new DomainError("not_found", "Shipping group not found", { id: groupId.slice(0, 100) });
}
