import type { IncomingMessage, ServerResponse } from "node:http";
import { isForPrograms } from "./for-programs";

/** In the words of all dialects at once: nobody knows yet which of them would have answered. */
const refusal = {
  errors: [
    {
      title: "Bad Request",
      detail: "The address is not readable as UTF-8.",
      code: "BAD_REQUEST",
      status: "400",
    },
  ],
  error: { message: "The address is not readable as UTF-8." },
};

/**
 * Next.js decodes an address before any handler of ours sees it, and calls what is no UTF-8 a fault of its own.
 * True: it is not readable, and the request has been refused.
 */
export function refuseUnreadable({ url = "" }: IncomingMessage, response: ServerResponse): boolean {
  const [path = ""] = url.split("?");
  if (isReadable(path)) return false;
  const isProgram = isForPrograms(path);
  response.statusCode = 400;
  response.setHeader("Content-Type", isProgram ? "application/json" : "text/plain; charset=utf-8");
  response.end(isProgram ? JSON.stringify(refusal) : "Bad Request");
  return true;
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
