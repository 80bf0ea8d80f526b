import { z } from "zod";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Address } from "@/lib/shipping/address";

const most = 20;

type OwnAddress = { shopperId: string; addressId: string };

/** Somebody's addresses are changed by one at a time: "one default" needs to see all of them. */
async function lockShopper(tx: Tx, shopperId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM shoppers WHERE id = ${shopperId} FOR UPDATE`;
}

/**
 * Adds an address, or changes one that is there, and gives its id. The first one is the default.
 * @throws DomainError not_found, amount_too_large with twenty of them
 */
export async function saveAddress(command: {
  shopperId: string;
  addressId: string | null;
  address: Address;
  phone: string;
}): Promise<string> {
  const { shopperId, addressId, address: data, phone } = command;
  return inTransaction(async (tx) => {
    await lockShopper(tx, shopperId);
    if (addressId !== null) {
      const where = { id: known(addressId), shopperId };
      const { count } = await tx.shopperAddress.updateMany({ where, data: { data, phone } });
      if (count === 0) throw missing();
      return where.id;
    }
    const count = await tx.shopperAddress.count({ where: { shopperId } });
    if (count >= most) throw new DomainError("amount_too_large", "There are too many addresses.");
    const [id, isDefault] = [newId(), count === 0];
    await tx.shopperAddress.create({ data: { id, shopperId, data, phone, isDefault } });
    return id;
  });
}

/** @throws DomainError not_found */
export async function setDefaultAddress({ shopperId, addressId }: OwnAddress): Promise<void> {
  const id = known(addressId);
  await inTransaction(async (tx) => {
    await lockShopper(tx, shopperId);
    await tx.shopperAddress.updateMany({ where: { shopperId }, data: { isDefault: false } });
    const where = { id, shopperId };
    const { count } = await tx.shopperAddress.updateMany({ where, data: { isDefault: true } });
    if (count === 0) throw missing();
  });
}

/** The newest that is left becomes the default. Again: no error. */
export async function removeAddress({ shopperId, addressId }: OwnAddress): Promise<void> {
  const id = known(addressId);
  await inTransaction(async (tx) => {
    await lockShopper(tx, shopperId);
    await tx.shopperAddress.deleteMany({ where: { id, shopperId } });
    const left = await tx.shopperAddress.findMany({
      where: { shopperId },
      orderBy: { createdAt: "desc" },
      select: { id: true, isDefault: true },
    });
    const [newest] = left;
    if (!newest || left.some(({ isDefault }) => isDefault)) return;
    await tx.shopperAddress.update({ where: { id: newest.id }, data: { isDefault: true } });
  });
}

function known(addressId: string): string {
  const parsed = z.uuid().safeParse(addressId);
  if (!parsed.success) throw missing();
  return parsed.data;
}

const missing = () => new DomainError("not_found", "There is no such address.");
