import { callerOf } from "@/lib/auth/api-clients/caller";
import { metricsText } from "@/lib/observability/metrics";

/**
 * For Prometheus, with the token of a program that may do everything: its `oauth2` setting gets one at
 * /oauth/access_token by itself.
 */
export async function GET(request: Request): Promise<Response> {
  const [scheme = "", token = ""] = (request.headers.get("authorization") ?? "").split(" ");
  const caller = scheme.toLowerCase() === "bearer" ? await callerOf(token) : null;
  if (caller === null) {
    const headers = { "www-authenticate": "Bearer" };
    return new Response("A token of a program is needed.\n", { status: 401, headers });
  }
  if (caller.rights !== "backend") {
    return new Response("This needs a client_credentials token.\n", { status: 403 });
  }
  return new Response(await metricsText(), {
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}
