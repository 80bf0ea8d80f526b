/**
 * Draws every picture of the demo shop into `public/`: `npx tsx prisma/seed/art/generate.ts`.
 * The same code always draws the same lines, so the files change only when the drawings do.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { banners } from "./banners";
import { picture, plan } from "./page";
import { series } from "./series";

const target = join(import.meta.dirname, "../../../public");

const files = new Map<string, string>();
for (const [index, { slug, title, views, measures, measured }] of series.entries()) {
  for (const { suffix, scene, draw } of views) {
    files.set(`products/${slug}${suffix}.svg`, picture(title, scene, draw));
  }
  files.set(`products/${slug}-plan.svg`, plan(title, index + 1, measures, measured));
}
for (const [path, svg] of banners()) files.set(path, svg);

for (const folder of ["products", "categories"]) {
  await mkdir(join(target, folder), { recursive: true });
}
for (const [path, svg] of files) await writeFile(join(target, path), svg);

const sizes = [...files.values()].map((svg) => svg.length);
console.log(`${files.size} pictures, the largest ${Math.max(...sizes)} characters`);
