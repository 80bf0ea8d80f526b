import * as ElasticPath from "@elasticpath/js-sdk";
import * as Moltin from "@moltin/sdk";
import type { Dialect } from "./elastic-path-fixture";

/** Who a client is: a shop's own program has a secret, its pages have none. */
export const program = { client_id: "demo-backend", client_secret: "demo-backend-secret" };
export const page = { client_id: "demo-storefront" };
type Who = { client_id: string; client_secret?: string };

const wire = (dialect: Dialect, who: Who) => ({
  ...who,
  host: dialect.host,
  protocol: "http",
  currency: "USD",
  custom_fetch: fetch,
  retryDelay: 10,
  retryJitter: 1,
});

/** The two generations of the official client, unchanged: only the host and the ids are ours. */
export const officialClients = (dialect: Dialect) => [
  {
    client: "@moltin/sdk",
    open: (who: Who) =>
      Moltin.gateway({ ...wire(dialect, who), storage: new Moltin.MemoryStorageFactory() }),
  },
  {
    client: "@elasticpath/js-sdk",
    open: (who: Who) =>
      ElasticPath.gateway({
        ...wire(dialect, who),
        storage: new ElasticPath.MemoryStorageFactory(),
      }),
  },
];

/** What a refused call of these clients rejects with: the answer's body. */
export const refusedWith = (status: number) => ({ errors: [{ status }] });
