import "server-only";
import { database } from "@/lib/db/client";
import { RequestError } from "../errors";

const select = {
  id: true,
  slug: true,
  name: true,
  description: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type CategoryRow = Awaited<ReturnType<typeof findCategories>>[number];

/** All of them: a shop has dozens, and not thousands. */
export async function findCategories() {
  const db = await database();
  return db.category.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }], select });
}

/** @throws RequestError 404 */
export async function requireCategory(id: string): Promise<CategoryRow> {
  const category = (await findCategories()).find((one) => one.id === id);
  if (category !== undefined) return category;
  const detail = "The requested category could not be found";
  throw new RequestError(404, [{ title: "Not Found", detail }]);
}
