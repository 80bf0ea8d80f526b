import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { inject } from "vitest";
import { connection } from "@/lib/db/connection";
import { env } from "@/lib/env";
import { testSettings } from "./sandbox";

const folder = join(import.meta.dirname, "../../node_modules/.cache/tender");

/**
 * Bundles a program of this folder with its packages, so that a hundred processes of it start quickly: to
 * find and read a thousand small files is half of a start. Gives its file.
 */
export async function bundleProgram(name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    // What only the embedded database needs, and what finds files beside itself.
    external: ["@electric-sql/pglite", "pglite-prisma-adapter", "@prisma/schema-engine-wasm"],
    // Some packages are older than modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    alias: { "@": join(import.meta.dirname, "../..") },
  });
  return outfile;
}

export type Ended = { output: string; errors: string; signal: NodeJS.Signals | null };
export type StoreProcess = {
  ready: Promise<unknown>;
  /** Lets it begin its next round. Gives the line that it prints at the end of it. @throws Error when it ends */
  round(): Promise<string>;
  ended: Promise<Ended>;
};

/** Another process of the store under test: the same database server, the same sandbox. */
export async function startProcess(program: string, task: unknown): Promise<StoreProcess> {
  const template = inject("template");
  if (template.kind !== "server") throw new Error("Several processes need a database server.");
  const { rows } = await (await connection()).executeSql("SELECT current_database() AS name");
  const url = new URL(template.adminUrl);
  url.pathname = `/${rows[0]?.["name"]}`;
  const { stripe, dataDir } = env();
  const settings = testSettings(stripe.mode === "sandbox" ? stripe.url : "", dataDir);
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    env: { ...process.env, ...settings, DATABASE_URL: url.href },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, "close").then(() => ({ output, errors, signal: child.signalCode }));
  return {
    ready: Promise.race([once(child.stderr, "data"), ended]),
    async round() {
      child.stdin.write("go\n");
      const { value, done } = await lines.next();
      if (done) throw new Error((await ended).errors);
      return value;
    },
    ended,
  };
}
