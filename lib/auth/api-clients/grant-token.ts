import { database } from "@/lib/db/client";
import { secretMatches } from "./secrets";
import { writeToken, type Rights, type TokenFacts } from "./token";

export type GrantToken = {
  clientId: string;
  /** Null: a shopper's token, for which a browser needs no secret. */
  clientSecret: string | null;
};

export type GrantedToken = { token: string; rights: Rights; expires: number };

export async function grantToken(command: GrantToken): Promise<GrantedToken | null> {
  const facts = await recognizeClient(command);
  return facts === null ? null : { ...writeToken(facts), rights: facts.rights };
}

/** Null for every reason alike, so that nobody learns which ids exist. */
export async function recognizeClient(command: GrantToken): Promise<TokenFacts | null> {
  const { clientId, clientSecret } = command;
  const db = await database();
  const client = await db.apiClient.findUnique({ where: { id: clientId } });
  if (client === null || client.disabledAt !== null) return null;
  if (clientSecret !== null && !secretMatches(clientSecret, client.secretHash ?? ".")) return null;
  const rights: Rights = clientSecret === null ? "shopper" : "backend";
  return { clientId, rights, generation: client.generation };
}
