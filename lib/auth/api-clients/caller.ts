import { database } from "@/lib/db/client";
import { isRevoked } from "./revoked-tokens";
import { readToken, type Rights } from "./token";

export type ApiCaller = { clientId: string; rights: Rights };

/** How long a process may go on believing a client that was switched off or got a new secret. */
const beliefMs = 5_000;
const rememberedClients = 1_000;

type Belief = { generation: number | null; until: number };
const beliefs = new Map<string, Belief>();

/** Null: the token is not ours, is over, was given back, or its client has changed since. */
export async function callerOf(token: string, now = Date.now()): Promise<ApiCaller | null> {
  const facts = await readToken(token, now);
  if (facts === null) return null;
  const { clientId, rights, generation } = facts;
  if ((await currentGeneration(clientId, now)) !== generation) return null;
  return (await isRevoked(token, now)) ? null : { clientId, rights };
}

/** Null: there is no such client, or it is switched off. */
async function currentGeneration(clientId: string, now: number): Promise<number | null> {
  const known = beliefs.get(clientId);
  if (known && known.until > now) return known.generation;
  const db = await database();
  const client = await db.apiClient.findUnique({
    where: { id: clientId },
    select: { generation: true, disabledAt: true },
  });
  const generation = client === null || client.disabledAt !== null ? null : client.generation;
  if (beliefs.size >= rememberedClients) beliefs.clear();
  beliefs.set(clientId, { generation, until: now + beliefMs });
  return generation;
}
