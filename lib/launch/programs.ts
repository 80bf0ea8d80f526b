import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** Where the programs that a start runs stand when they are built, by the names of their sources. */
export const programs = ".next/programs";

const sources = [
  "lib/launch/build.ts",
  "lib/launch/main.ts",
  "lib/launch/seed.ts",
  "lib/launch/store.ts",
  "lib/stripe-sandbox/main.ts",
];

/** Where the program of a source stands when it is built into `folder`. */
export const builtProgram = (source: string, folder = programs): string =>
  join(folder, source.replace(/\.ts$/, ".mjs"));

/**
 * V8 lets a heap grow by what the machine has, fourfold before it tidies up: a store that needs 150 MB
 * took 800 on a machine of 24 GB. Told that there is less, it grows in smaller steps; and garbage that
 * dies young needs little room (with 8 MB a checkout took a twentieth more of the processor).
 */
const memory = ["--max-old-space-size=512", "--max-semi-space-size=12"];

/** What Node.js is given to run the program `source`. */
export const runs = (source: string, isBuilt: boolean): string[] =>
  isBuilt ? [...memory, builtProgram(source)] : ["--import", "tsx", source];

/** Packages of many small files, to find which takes a start longer than to run them. */
const bundled = new Set(["zod"]);

/**
 * Each program as JavaScript, with what it loads only sometimes in files beside it: a start that has to
 * compile hundreds of files first is twice as slow. Other packages stay where they are.
 */
export async function bundlePrograms(entryPoints = sources, folder = programs): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints,
    outbase: ".",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    plugins: [
      {
        name: "packages",
        setup({ onResolve }) {
          // Neither a path nor "@/…", which is the project's root.
          onResolve({ filter: /^([^./@]|@[^/])/ }, ({ path, kind }) =>
            kind === "entry-point" || bundled.has(path) ? null : { path, external: true },
          );
        },
      },
      {
        name: "own-address",
        setup({ onLoad }) {
          onLoad({ filter: /\/(lib|prisma)\/.*\.ts$/ }, async ({ path }) => ({
            loader: "ts",
            contents: await withOwnAddress(path),
          }));
        },
      },
    ],
  });
}

/** A file that looks for something beside itself finds it beside its source, wherever that is then. */
async function withOwnAddress(path: string): Promise<string> {
  const text = await readFile(path, "utf8");
  const source = relative(process.cwd(), path);
  const url = `new URL(${JSON.stringify(source)}, "file://" + process.cwd() + "/").href`;
  const folder = `(process.cwd() + ${JSON.stringify(`/${dirname(source)}`)})`;
  return text
    .replaceAll(/import\.meta\.url/g, () => url)
    .replaceAll(/import\.meta\.dirname/g, () => folder);
}
