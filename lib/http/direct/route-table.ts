import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isForPrograms } from "@/lib/http/for-programs";

/** The file that an address's handlers stand in, and what the address says in the places of `[names]`. */
export type Match = { file: string; params: Params };
export type Params = Record<string, string | string[] | undefined>;

const fileSchema = z.record(z.string(), z.string());
const routesSchema = z.object({
  dynamicRoutes: z.array(z.object({ page: z.string(), namedRegex: z.string() })),
});

/**
 * Letters that mean themselves. What has others (an escape, a dot, an empty part) Next.js may redirect or
 * rewrite before it looks for a handler.
 */
const plainPath = /^(?:\/[\w~:@!$&'()*+,;=-]+)+$/;

/**
 * Finds the handlers of an address that programs ask, as Next.js does: by the lists and in the order that its
 * build has written down. Null: Next.js itself has to look.
 *
 * @param build Next.js's folder, `.next`
 */
export async function readRouteTable(build: string): Promise<(path: string) => Match | null> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(build, name), "utf8"));
  const { dynamicRoutes } = routesSchema.parse(await read("routes-manifest.json"));
  const built = fileSchema.parse(await read("server/app-paths-manifest.json"));
  /** By address; null: a page. */
  const files = new Map<string, string | null>();
  for (const [name, file] of Object.entries(built)) {
    if (!isForPrograms(name)) continue;
    const isPage = !name.endsWith("/route");
    files.set(name.replace(/\/(?:route|page)$/, ""), isPage ? null : join(build, "server", file));
  }
  const patterns = dynamicRoutes.flatMap(({ page, namedRegex }) => {
    const file = files.get(page);
    return file === undefined ? [] : [{ page, file, pattern: new RegExp(namedRegex) }];
  });
  return (path) => {
    if (!plainPath.test(path)) return null;
    const file = files.get(path);
    if (file !== undefined) return file === null ? null : { file, params: {} };
    for (const { page, file, pattern } of patterns) {
      const found = pattern.exec(path);
      if (found) return file === null ? null : { file, params: paramsOf(page, found.groups ?? {}) };
    }
    return null;
  };
}

/** Next.js puts its own prefix before the names in its patterns, and a `[...name]` is a list. */
function paramsOf(page: string, groups: Record<string, string | undefined>): Params {
  const params: Params = {};
  for (const [prefixed, value] of Object.entries(groups)) {
    const name = prefixed.replace(/^nxtP/, "");
    params[name] = page.includes(`[...${name}]`) ? value?.split("/") : value;
  }
  return params;
}
