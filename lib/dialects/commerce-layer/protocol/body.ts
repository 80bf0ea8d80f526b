import { z } from "zod";
import { boundedText } from "@/lib/http/bounded-text";
import { isStorableJson } from "@/lib/http/storable";
import { badRequest, invalidBody, unsupportedMediaType } from "../errors";
import { noteSchema, type Note } from "./notes";
import type { WriteBody } from "./resource";

const maxBytes = 1_000_000;
export const mediaType = "application/vnd.api+json";

/** What an official client sends: `attributes` and `relationships` may be left out or empty. */
const document = z.object({
  data: z.object({
    type: z.string(),
    id: z.string().optional(),
    attributes: z.record(z.string(), z.unknown()).default({}),
    relationships: z.record(z.string(), z.unknown()).default({}),
  }),
});

export type Body = { id: string | undefined; note: Note; write: WriteBody };

/** @throws RequestError 400, 415, 422 */
export async function readBody(request: Request, type: string): Promise<Body> {
  if (!(request.headers.get("content-type") ?? "").startsWith(mediaType)) {
    throw unsupportedMediaType();
  }
  const parsed = document.safeParse(await jsonOf(request));
  if (!parsed.success) throw notDocument("The request body is not a JSON:API document.");
  const { data } = parsed.data;
  if (data.type !== type) {
    const detail = `${data.type.slice(0, 60)} is not the type of this endpoint.`;
    throw badRequest("INVALID_RESOURCE", "Invalid resource", detail);
  }
  const { reference, reference_origin, metadata, ...attributes } = data.attributes;
  const note = noteSchema.safeParse({ reference, reference_origin, metadata });
  if (!note.success) throw invalidBody(note.error);
  return { id: data.id, note: note.data, write: { attributes, relationships: data.relationships } };
}

function notDocument(detail: string) {
  return badRequest("INVALID_DATA_FORMAT", "Invalid data format", detail);
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await boundedText(request, maxBytes);
  if (text === null) throw notDocument(`The request body is larger than ${maxBytes} bytes.`);
  const value = valueOf(text);
  if (isStorableJson(value)) return value;
  throw notDocument("The request body says what cannot be kept, or is nested too deeply.");
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notDocument("The request body is not valid JSON.");
  }
}
