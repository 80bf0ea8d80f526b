import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

const TIMEOUT_MS = 20_000;

export type PostAnswer = { status: number | null; error: string | null };

/** Posts one event. Never throws: what went wrong is the answer. Redirects count as failures. */
export function post(url: string, payload: string, signature: string): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(payload),
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      "stripe-signature": signature,
    };
    const outgoing = send(url, { method: "POST", headers, timeout: TIMEOUT_MS }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? null, error: null }));
      answer.on("error", (error) => resolve({ status: null, error: error.message }));
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("No answer within 20 seconds")));
    outgoing.on("error", (error) => resolve({ status: null, error: error.message || "refused" }));
    outgoing.end(payload);
  });
}
