import { gateway as MoltinGateway, MemoryStorageFactory } from "@moltin/sdk";
import { z } from "zod";
import type { Answer, Dialect } from "./elastic-path-fixture";

/** What the examples of the owner's documents do, on a dialect that is being tested. */
/** What `curl -X POST` sends: with `-d`, and no other word about it, a form. */
export function curl(
  dialect: Dialect,
  path: string,
  token: string,
  data?: string,
  contentType?: string,
): Promise<Answer> {
  const type =
    contentType ?? (data === undefined ? undefined : "application/x-www-form-urlencoded");
  return dialect.ask("POST", path, {
    token,
    body: data,
    headers: type === undefined ? {} : { "Content-Type": type },
  });
}

/** `host` and `protocol` lead to us; everything else is the client's own doing. */
export function sdk(dialect: Dialect, client: { client_id: string; client_secret?: string }) {
  const options = {
    ...client,
    host: dialect.host,
    protocol: "http",
    storage: new MemoryStorageFactory(),
    custom_fetch: fetch,
    retryDelay: 10,
    retryJitter: 1,
  };
  return MoltinGateway(options);
}

const orderStates = z.object({ data: z.object({ status: z.string(), payment: z.string() }) });

export async function states(dialect: Dialect, orderId: string) {
  const { data } = await dialect.read(orderStates, "GET", `/v2/orders/${orderId}`);
  return [data.status, data.payment];
}
