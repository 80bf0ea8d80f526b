import { z } from "zod";
import { database, Prisma } from "@/lib/db/client";
import type { Kind } from "./attribute";
import type { Resource } from "./resource";

/**
 * What a program may write on anything that it can read: its own reference, where that comes from, and
 * data. They are kept beside the resources, so that even what is made of settings can carry them.
 */
export const notes = {
  reference: "reference",
  reference_origin: "reference_origin",
  metadata: "metadata",
} as const;

export const noteSchema = z.object({
  reference: z.string().max(255).nullish(),
  reference_origin: z.string().max(255).nullish(),
  metadata: z.record(z.string(), z.json()).nullish(),
});

export type Note = z.infer<typeof noteSchema>;

export type WrittenNote = {
  reference: string | null;
  reference_origin: string | null;
  metadata: unknown;
};

export const emptyNote: WrittenNote = { reference: null, reference_origin: null, metadata: {} };

/** The note of a row, as a column of it. */
export function notedColumn({ type }: Resource, name: string, alias: string) {
  const kind: Kind = name === "metadata" ? "json" : "text";
  const column = Prisma.sql`(SELECT n.${Prisma.raw(`"${name}"`)} FROM api_notes n
    WHERE n.type = ${type} AND n.id = ${Prisma.raw(`${alias}.id::text`)})`;
  return { column, kind };
}

export async function writeNote(type: string, id: string, note: Note): Promise<void> {
  const { reference, reference_origin: referenceOrigin, metadata } = note;
  if (reference === undefined && referenceOrigin === undefined && metadata === undefined) return;
  const data = {
    ...(reference !== undefined && { reference }),
    ...(referenceOrigin !== undefined && { referenceOrigin }),
    ...(metadata !== undefined && { metadata: metadata ?? {} }),
  };
  const db = await database();
  await db.apiNote.upsert({
    where: { type_id: { type, id } },
    create: { type, id, ...data },
    update: data,
  });
}

type NoteRow = WrittenNote & { type: string; id: string };

/** By "type:id", in one query however many there are. */
export async function readNotes(
  refs: readonly { type: string; id: string }[],
): Promise<ReadonlyMap<string, WrittenNote>> {
  if (refs.length === 0) return new Map();
  const db = await database();
  // As two lists, so that the statement is the same for any number of them.
  const rows = await db.$queryRaw<NoteRow[]>`
    SELECT n.type, n.id, n.reference, n.reference_origin, n.metadata
    FROM unnest(${refs.map(({ type }) => type)}::text[], ${refs.map(({ id }) => id)}::text[]) AS w (type, id)
    JOIN api_notes n ON n.type = w.type AND n.id = w.id`;
  return new Map(rows.map(({ type, id, ...note }) => [`${type}:${id}`, note]));
}
