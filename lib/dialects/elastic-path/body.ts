import type { z } from "zod";
import { invalidBody, RequestError } from "./errors";
import { parseLenientJson } from "./lenient-json";

/** The largest cart that somebody could mean is far smaller. */
const maxBytes = 1_000_000;

/**
 * The bytes, and not a megabyte more of them: a body is counted while it comes, because its announced
 * length may be missing or wrong.
 */
export async function bodyText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > maxBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function tooLarge(): RequestError {
  const detail = `The request body is larger than ${maxBytes} bytes`;
  return new RequestError(413, [{ title: "Payload Too Large", detail }]);
}

/** Whatever the content type says: clients send JSON as a form, and forms as JSON. */
export async function jsonBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.infer<T>> {
  const text = await bodyText(request);
  if (text.trim() === "") throw notJson("The request body is empty");
  return parsed(text, schema);
}

/** Some clients send no body where another sends `{"data":{}}`: both mean that nothing is asked. */
export async function optionalJsonBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.infer<T>> {
  const text = await bodyText(request);
  return parsed(text.trim() === "" ? '{"data":{}}' : text, schema);
}

function parsed<T extends z.ZodType>(text: string, schema: T): z.infer<T> {
  const result = schema.safeParse(jsonOf(text));
  if (!result.success) throw invalidBody(result.error);
  return result.data;
}

function jsonOf(text: string): unknown {
  try {
    return parseLenientJson(text);
  } catch {
    throw notJson("The request body is not valid JSON");
  }
}

function notJson(detail: string): RequestError {
  return new RequestError(400, [{ title: "Bad Request", detail }]);
}
