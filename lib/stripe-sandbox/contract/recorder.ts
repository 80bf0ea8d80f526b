import { Stripe } from "stripe";
import type { Endpoint } from "../endpoint";
import { apiRouter } from "../endpoints/index";
import type { TestSandbox } from "../testing";

export type Recorded = { route: string; status: number; body: unknown };

/** The official SDK, with every answer written down together with the endpoint that gave it. */
export function recordingStripe(sandbox: TestSandbox): {
  stripe: Stripe;
  asBrowser(method: "GET" | "POST", path: string, form: Record<string, string>): Promise<unknown>;
  recorded: Recorded[];
} {
  const router = apiRouter();
  const recorded: Recorded[] = [];
  const listening: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    const found = router.find(init?.method ?? "GET", url.pathname);
    const body: unknown = await answer.clone().json();
    if (found !== null)
      recorded.push({ route: routeOf(found.target), status: answer.status, body });
    return answer;
  };
  const stripe = new Stripe("sk_test_contract", {
    host: "127.0.0.1",
    port: sandbox.port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient(listening),
  });
  const asBrowser = async (method: "GET" | "POST", path: string, form: Record<string, string>) => {
    const fields = new URLSearchParams(form);
    const target = `${sandbox.url}${path}${method === "GET" ? `?${fields}` : ""}`;
    const headers = { authorization: "Bearer pk_test_contract" };
    const init = method === "GET" ? { method, headers } : { method, headers, body: fields };
    const body: unknown = await (await listening(target, init)).json();
    return body;
  };
  return { stripe, asBrowser, recorded };
}

export const routeOf = ({ method, path }: Endpoint) => `${method} ${path}`;
