import type { IncomingMessage } from "node:http";
import { StripeError } from "../errors";

/** Far above any form that Stripe takes, far below what would hurt. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Reads a request's body whole. A larger one is refused without being kept. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BYTES) chunks.push(chunk);
    });
    request.on("end", () => {
      if (size <= MAX_BYTES) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(tooLarge());
    });
    request.on("error", reject);
  });
}

const tooLarge = () =>
  new StripeError(413, {
    type: "invalid_request_error",
    message: "Request body is too large. Please reduce its size and try again.",
  });
