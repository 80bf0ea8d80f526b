import { isIP } from "node:net";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { isPrivateAddress } from "./private-networks";

export type WebhookChange = {
  name?: string | null;
  topic?: string;
  /** What the topic means in the store's words. */
  facts?: readonly string[];
  callbackUrl?: string;
  include?: readonly string[];
  enabled?: boolean;
  /** True: tries again, after many failures. */
  closeCircuit?: boolean;
};

type NewWebhook = Required<Pick<WebhookChange, "topic" | "facts" | "callbackUrl">> &
  WebhookChange & { dialect: string };

/** The secret is ours, and the same for the webhook's whole life. @throws DomainError invalid_input */
export async function registerWebhook(command: NewWebhook): Promise<{ id: string }> {
  const { dialect, topic, callbackUrl } = command;
  requireReachable(callbackUrl);
  const id = newId();
  const db = await database();
  await db.outgoingWebhook.create({
    data: {
      id,
      dialect,
      topic,
      callbackUrl,
      sharedSecret: newToken(),
      include: [],
      ...columns(command),
    },
  });
  return { id };
}

/** @throws DomainError not_found, invalid_input */
export async function changeWebhook(id: string, change: WebhookChange): Promise<void> {
  if (change.callbackUrl !== undefined) requireReachable(change.callbackUrl);
  const db = await database();
  const data = {
    ...columns(change),
    ...(change.closeCircuit && { failures: 0, circuitOpenedAt: null }),
  };
  const { count } = await db.outgoingWebhook.updateMany({ where: { id }, data });
  if (count === 0) throw new DomainError("not_found", "There is no such webhook.");
}

/** What it was not told yet is forgotten with it. */
export async function removeWebhook(id: string): Promise<void> {
  const db = await database();
  await db.outgoingWebhook.deleteMany({ where: { id } });
}

function columns({ name, topic, facts, callbackUrl, include, enabled }: WebhookChange) {
  return {
    ...(name !== undefined && { name }),
    ...(topic !== undefined && { topic }),
    ...(facts !== undefined && { facts: [...facts] }),
    ...(callbackUrl !== undefined && { callbackUrl }),
    ...(include !== undefined && { include: [...include] }),
    ...(enabled !== undefined && { disabledAt: enabled ? null : new Date() }),
  };
}

/** An early word for who registers it; what counts is where it leads when it is sent. */
function requireReachable(callbackUrl: string): void {
  const { protocol, hostname } = new URL(callbackUrl);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (env().demo) return;
  const field = "callback_url";
  if (protocol !== "https:") {
    throw new DomainError("invalid_input", "must begin with https", { field });
  }
  const isPrivate = isIP(host) === 0 ? host === "localhost" : isPrivateAddress(host);
  if (isPrivate) throw new DomainError("invalid_input", "leads to a private network", { field });
}
