import { database } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { WalletGatewayId } from "@/lib/payments/gateways/wallet";
import { walletAt } from "@/lib/payments/gateways/wallets";

export type Owner = {
  gateway: WalletGatewayId;
  /** shopper:<id>, customer:<id>, external:<account>:<id>: a string that we make and nobody types. */
  owner: string;
};

export type EnsureCustomer = Owner & {
  email?: string | null | undefined;
  name?: string | null | undefined;
};

export type GatewayCustomerRef = { id: string; gatewayRef: string };

/** Stripe forgets an idempotency key after a day; an older row without an answer is searched for. */
const KEY_LIVES_MS = 20 * 3_600_000;

const ROUNDS = 4;

/**
 * The gateway's customer for this owner, made at first use. Our row is written first, and its id is the
 * idempotency key: any number of requests at once, and a crash after any of the steps, end in one
 * customer. Nobody is ever found by an e-mail address that somebody typed.
 *
 * @throws DomainError gateway_down, gateway_declined, gateway_disabled
 */
export async function ensureGatewayCustomer(command: EnsureCustomer): Promise<GatewayCustomerRef> {
  for (let round = 1; ; round += 1) {
    const row = await findOrAdd(command);
    if (row.gatewayRef !== null) return { id: row.id, gatewayRef: row.gatewayRef };
    try {
      return await askFor(command.gateway, row);
    } catch (error) {
      // Somebody else asks with the same key at this moment: the answer is theirs, and soon in the row.
      if (round === ROUNDS || !isSilence(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * round));
    }
  }
}

const isSilence = (error: unknown) => error instanceof DomainError && error.code === "gateway_down";

/** Null when nothing was ever kept for this owner. */
export async function findGatewayCustomer({
  gateway,
  owner,
}: Owner): Promise<GatewayCustomerRef | null> {
  const db = await database();
  const where = { gateway_owner: { gateway, owner } };
  const row = await db.gatewayCustomer.findUnique({ where });
  return row === null || row.gatewayRef === null
    ? null
    : { id: row.id, gatewayRef: row.gatewayRef };
}

type Row = {
  id: string;
  owner: string;
  gatewayRef: string | null;
  email: string | null;
  name: string | null;
  createdAt: Date;
};

async function findOrAdd({ gateway, owner, email, name }: EnsureCustomer): Promise<Row> {
  const db = await database();
  const where = { gateway_owner: { gateway, owner } };
  const known = await db.gatewayCustomer.findUnique({ where });
  if (known) return known;
  const data = { id: newId(), gateway, owner, email: email ?? null, name: name ?? null };
  await db.gatewayCustomer.createMany({ data: [data], skipDuplicates: true });
  return db.gatewayCustomer.findUniqueOrThrow({ where });
}

async function askFor(gateway: WalletGatewayId, row: Row): Promise<GatewayCustomerRef> {
  const { id, owner, email, name } = row;
  const wallet = walletAt(gateway);
  const isOld = Date.now() - row.createdAt.getTime() > KEY_LIVES_MS;
  const found = isOld ? await wallet.findCustomer(id) : null;
  // The row's own words, not the caller's: a question is only the same one with the same parameters.
  const gatewayRef = found ?? (await wallet.createCustomer({ customerId: id, owner, email, name }));
  await remember(id, gatewayRef);
  return { id, gatewayRef };
}

async function remember(id: string, gatewayRef: string): Promise<void> {
  const db = await database();
  try {
    const where = { id, gatewayRef: null };
    await db.gatewayCustomer.updateMany({ where, data: { gatewayRef } });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
