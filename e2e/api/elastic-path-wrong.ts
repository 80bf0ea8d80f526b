import type { Endpoint } from "@/lib/dialects/elastic-path/openapi/endpoints";

/** What nobody should send, and how it is answered. */
export function wrongBodies(endpoint: Endpoint): [unknown, number][] {
  const bodies: [unknown, number][] = [
    ["{", 400],
    ["data=1", 400],
    ['{"data": undefined,"options":{}}', 400],
    ["null", 400],
    ["[]", 400],
    ["1", 400],
    [{ data: null }, 400],
    [{ data: "x" }, 400],
    [{ data: [] }, 400],
    [{ data: { surprise: 1 } }, 400],
    [{ ...rightBody(endpoint), surprise: 1 }, 400],
    [{ data: { surprise: "\u0000" } }, 400],
    ['{"data":{"surprise":"\\ud800"}}', 400],
    [`{"data":${"[".repeat(300_000)}${"]".repeat(300_000)}}`, 400],
    [`"${'\\"'.repeat(499_000)}`, 400],
    [`{"data":"${"x".repeat(5_000_000)}"}`, 413],
  ];
  if (endpoint.body?.optional) return bodies;
  return [...bodies, ["", 400], [undefined, 400]];
}

export const wrongQueries = [
  "filter=nonsense",
  "filter=eq(password,x)",
  "filter=eq(id",
  "filter=like(id,*)",
  "sort=password",
  "page[limit]=101",
  "page[limit]=-1",
  "page[limit]=x",
  "page[offset]=-1",
  "page[offset]=10001",
  "filter=eq(id,a%00b)",
  "sort=%00",
];

/** A body that would be understood, for requests that are wrong in another way. */
export function rightBody({ path, method }: Endpoint): Record<string, unknown> | undefined {
  if (path.endsWith("/payments")) return { data: { gateway: "manual", method: "purchase" } };
  if (path === "/v2/orders/{orderId}") return method === "PUT" ? { data: {} } : undefined;
  if (path.endsWith("/{addressId}")) return method === "PUT" ? { data: {} } : undefined;
  if (path === "/v2/customers/{customerId}") return method === "PUT" ? { data: {} } : undefined;
  if (path === "/v2/gateways/{slug}") return method === "PUT" ? { data: {} } : undefined;
  return method === "POST" ? { data: {} } : undefined;
}
