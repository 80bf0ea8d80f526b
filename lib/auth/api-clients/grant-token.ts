import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { secretMatches } from "./secrets";
import { writeToken, type Rights } from "./token";

export type GrantToken = {
  clientId: string;
  /** Null: a shopper's token, for which a browser needs no secret. */
  clientSecret: string | null;
};

export type GrantedToken = { token: string; rights: Rights; expires: number };

/**
 * One answer for every reason, so that nobody learns which ids exist.
 * @throws DomainError forbidden
 */
export async function grantToken({ clientId, clientSecret }: GrantToken): Promise<GrantedToken> {
  const db = await database();
  const client = await db.apiClient.findUnique({ where: { id: clientId } });
  const rights: Rights = clientSecret === null ? "shopper" : "backend";
  if (client === null || client.disabledAt !== null) throw refusal();
  if (clientSecret !== null && !secretMatches(clientSecret, client.secretHash ?? ".")) {
    throw refusal();
  }
  const { generation } = client;
  return { ...writeToken({ clientId, rights, generation }), rights };
}

function refusal(): DomainError {
  return new DomainError("forbidden", "This client id and secret do not go together.");
}
