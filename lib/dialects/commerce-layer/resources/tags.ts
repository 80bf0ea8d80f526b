import { Prisma } from "@/lib/db/client";
import { columns } from "../protocol/attribute";
import { linked, type Resource } from "../protocol/resource";
import { createTag, deleteTag, updateTag } from "../writes/tags";

/** The words that integrations put on orders. */
export const tags: Resource = {
  type: "tags",
  idKind: "uuid",
  view: () => Prisma.sql`SELECT g.id, g.name, g.created_at, g.updated_at FROM tags g`,
  attributes: { ...columns("text", "name"), ...columns("time", "created_at", "updated_at") },
  relationships: {},
  may: { shopper: [], backend: ["list", "read", "create", "update", "delete"] },
  create: createTag,
  update: updateTag,
  remove: deleteTag,
};

export const taggedWith = (type: string) =>
  linked(
    "tags",
    Prisma.sql`SELECT d.id::uuid AS parent, d.tag_id AS target FROM tagged d WHERE d.type = ${type}`,
  );
