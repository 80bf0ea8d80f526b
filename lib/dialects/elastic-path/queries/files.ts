import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { RequestError } from "../errors";
import type { Page } from "../lists/page";

const select = { id: true, url: true, alt: true } as const;
const live = { product: { status: "live" } } as const;

/** The pictures of what is sold. */
export async function findFiles({ limit, offset }: Page) {
  const db = await database();
  const [rows, total] = await Promise.all([
    db.productImage.findMany({
      where: live,
      select,
      orderBy: { id: "asc" },
      take: limit,
      skip: offset,
    }),
    db.productImage.count({ where: live }),
  ]);
  return { rows, total };
}

/** @throws RequestError 404 */
export async function requireFile(id: string) {
  const db = await database();
  const row = z.uuid().safeParse(id).success
    ? await db.productImage.findFirst({ where: { id, ...live }, select })
    : null;
  if (row !== null) return row;
  throw new RequestError(404, [{ title: "Not Found", detail: "File not found" }]);
}
