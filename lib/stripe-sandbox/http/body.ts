import type { IncomingMessage } from "node:http";
import { isUtf8 } from "node:buffer";
import { invalidRequest, StripeError } from "../errors";

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
      const whole = Buffer.concat(chunks);
      if (size > MAX_BYTES) reject(tooLarge());
      else if (!isUtf8(whole)) reject(notText());
      else resolve(whole.toString("utf8"));
    });
    request.on("error", reject);
  });
}

const tooLarge = () =>
  new StripeError(413, {
    type: "invalid_request_error",
    message: "Request body is too large. Please reduce its size and try again.",
  });

const notText = () => invalidRequest("Invalid request: the body is not valid UTF-8.");
