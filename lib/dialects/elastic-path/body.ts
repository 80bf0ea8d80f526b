import type { z } from "zod";
import { boundedText } from "@/lib/http/bounded-text";
import { isStorableJson, maxJsonDepth } from "@/lib/http/storable";
import { RequestError } from "./errors";
import { invalidBody } from "./invalid-body";
import { parseLenientJson } from "./lenient-json";

/** The largest cart that somebody could mean is far smaller. */
const maxBytes = 1_000_000;

/** @throws RequestError 413 */
export async function bodyText(request: Request): Promise<string> {
  const text = await boundedText(request, maxBytes);
  if (text !== null) return text;
  const detail = `The request body is larger than ${maxBytes} bytes`;
  throw new RequestError(413, [{ title: "Payload Too Large", detail }]);
}

/**
 * Whatever the content type says: clients send JSON as a form, and forms as JSON.
 * @throws RequestError 400, 413
 */
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
  const json = jsonOf(text);
  requireStorable(json);
  const result = schema.safeParse(json, { reportInput: true });
  if (!result.success) throw invalidBody(result.error);
  return result.data;
}

/** @throws RequestError 400 */
export function requireStorable(json: unknown): void {
  if (isStorableJson(json)) return;
  const detail = `Text without U+0000 and halves of characters, at most ${maxJsonDepth} levels deep`;
  throw notJson(`The request body is not what can be kept: ${detail}`);
}

function jsonOf(text: string): unknown {
  try {
    // Trimmed, because some editors begin a file with a mark that is no JSON.
    return parseLenientJson(text.trim());
  } catch {
    throw notJson("The request body is not valid JSON");
  }
}

function notJson(detail: string): RequestError {
  return new RequestError(400, [{ title: "Bad Request", detail }]);
}
