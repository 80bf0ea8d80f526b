import { database } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { hashSecret, newSecret } from "./secrets";

export type NewApiClient = {
  name: string;
  /** False: it gets no secret, and only ever the rights of a shopper. */
  withSecret: boolean;
  /** Left out: a new one. */
  id?: string;
  /** Left out: a new one. Only the seed chooses one. */
  secret?: string;
};

/** The secret is shown once; only its hash is kept. @throws DomainError wrong_state when the id is taken */
export async function createApiClient(
  command: NewApiClient,
): Promise<{ id: string; secret: string | null }> {
  const { name, withSecret, id = newToken(), secret = newSecret() } = command;
  const secretHash = withSecret ? hashSecret(secret) : null;
  const db = await database();
  try {
    await db.apiClient.create({ data: { id, name, secretHash } });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError("wrong_state", "There is a client with this id already.", { id });
  }
  return { id, secret: withSecret ? secret : null };
}

/** The old secret and all tokens that were made with it stop working. @throws DomainError not_found */
export async function rotateApiClientSecret(id: string): Promise<{ secret: string }> {
  const secret = newSecret();
  await change(id, { secretHash: hashSecret(secret) });
  return { secret };
}

/** It gets no token any more, and those that it has stop working. @throws DomainError not_found */
export async function disableApiClient(id: string): Promise<void> {
  await change(id, { disabledAt: new Date() });
}

/** @throws DomainError not_found */
export async function enableApiClient(id: string): Promise<void> {
  await change(id, { disabledAt: null });
}

async function change(id: string, data: { secretHash?: string; disabledAt?: Date | null }) {
  const db = await database();
  const { count } = await db.apiClient.updateMany({
    where: { id },
    data: { ...data, generation: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("not_found", "There is no such client.", { id });
}

export type ApiClientView = {
  id: string;
  name: string;
  hasSecret: boolean;
  disabledAt: Date | null;
  createdAt: Date;
};

/** For the admin's list. */
export async function listApiClients(): Promise<ApiClientView[]> {
  const db = await database();
  const rows = await db.apiClient.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(({ id, name, secretHash, disabledAt, createdAt }) => ({
    id,
    name,
    hasSecret: secretHash !== null,
    disabledAt,
    createdAt,
  }));
}
