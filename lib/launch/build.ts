import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundlePrograms, programs } from "./programs";

/** What goes into a build. Tests and the programs beside the store do not. */
const sources = ["app", "components", "lib", "public", "prisma/schema.prisma", "package-lock.json"];
const single = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "instrumentation.ts"];
const ignored = /\.test\.tsx?$|^lib\/(stripe-sandbox|testing|db\/generated)\/|README\.md$/;

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return existsSync(path) ? [path] : [];
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}

/** By content and not by time: a copy or a fresh clone of the same sources is the same build. */
async function fingerprint(paths: string[], left: RegExp): Promise<string> {
  const lists = await Promise.all(paths.map(filesUnder));
  const files = lists.flat().filter((file) => !left.test(file));
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

/** Does `work` unless it was done for the same sources, which `mark` remembers. */
async function unlessDone(
  mark: string,
  paths: string[],
  work: () => Promise<void>,
  left = ignored,
): Promise<void> {
  const current = await fingerprint(paths, left);
  if ((await readFile(mark, "utf8").catch(() => "")) === current) return;
  await work();
  await mkdir(dirname(mark), { recursive: true });
  await writeFile(mark, current);
}

function run(title: string, file: string, args: string[], settings = {}): Promise<void> {
  console.log(title);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...settings },
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${Buffer.concat(output).toString()}\n${title} failed.`));
    });
  });
}

/** The typed database client, made from the schema. */
export function generateClient(): Promise<void> {
  return unlessDone("lib/db/generated/.made-from", ["prisma/schema.prisma"], () =>
    run("Generating the database client …", "node_modules/prisma/build/index.js", ["generate"], {
      // The generator asks that a native engine exists and never runs it; any file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    }),
  );
}

export async function buildIfNeeded(): Promise<void> {
  await generateClient();
  await unlessDone(".next/built-from", [...sources, ...single], () =>
    run("Building the store (once) …", "node_modules/next/dist/bin/next", ["build"], {
      NODE_ENV: "production",
    }),
  );
  const parts = ["lib", "prisma/seed", "prisma/seed.ts", "package-lock.json"];
  await unlessDone(`${programs}/built-from`, parts, bundlePrograms, /\.test\.ts$|README\.md$/);
}
