import { z } from "zod";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { invalid } from "../errors";
import { write } from "../protocol/resource";
import { none } from "./parts";

/** More than these on one thing say nothing any more. */
const maxTags = 10;

const name = z
  .string()
  .trim()
  .min(1, "can't be blank")
  .max(25, "is too long")
  .regex(/^[\w-]+$/, "is invalid");

const body = z.object({ attributes: z.strictObject({ name }), relationships: none });

export const createTag = write(body, async ({ data: { attributes } }) => {
  await requireFree(attributes.name);
  const id = newId();
  const db = await database();
  await db.tag.create({ data: { id, name: attributes.name } });
  return id;
});

export const updateTag = write(body, async ({ id, data: { attributes } }) => {
  await requireFree(attributes.name, id);
  const db = await database();
  await db.tag.update({ where: { id }, data: { name: attributes.name } });
  return id;
});

async function requireFree(wanted: string, ownId?: string): Promise<void> {
  const db = await database();
  const known = await db.tag.findUnique({ where: { name: wanted } });
  if (known !== null && known.id !== ownId)
    throw invalid("name", "has already been taken", "taken");
}

export async function deleteTag({ id }: { id: string }): Promise<void> {
  const db = await database();
  await db.tag.delete({ where: { id } });
}

type Tagging = {
  type: string;
  id: string;
  /** With commas between them. */
  names: string;
};

const listOf = (names: string) =>
  names
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);

/** Names that are no tags are passed over, as are those that are on it already. @throws RequestError 422 */
export async function addTags({ type, id, names }: Tagging): Promise<void> {
  const db = await database();
  const tags = await db.tag.findMany({ where: { name: { in: listOf(names) } } });
  const data = tags.map((tag) => ({ tagId: tag.id, type, id }));
  await db.$transaction(async (tx) => {
    await tx.tagged.createMany({ data, skipDuplicates: true });
    if ((await tx.tagged.count({ where: { type, id } })) <= maxTags) return;
    throw invalid("_add_tags", `can be at most ${maxTags}`, "too_many");
  });
}

export async function removeTags({ type, id, names }: Tagging): Promise<void> {
  const db = await database();
  await db.tagged.deleteMany({ where: { type, id, tag: { name: { in: listOf(names) } } } });
}
