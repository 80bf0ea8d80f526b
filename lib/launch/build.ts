import { spawn } from "node:child_process";
import { bundlePrograms, programs } from "./programs";
import { isCurrent, unlessCurrent, type Made } from "./sources";

/** The typed database client. */
const client: Made = {
  mark: "lib/db/generated/.made-from",
  from: ["prisma/schema.prisma"],
  without: /$^/,
};

/** What goes into the store's build. Tests and the programs beside the store do not. */
const store: Made = {
  mark: ".next/built-from",
  from: [
    "app",
    "components",
    "lib",
    "public",
    "prisma/schema.prisma",
    "package-lock.json",
    "next.config.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "instrumentation.ts",
  ],
  without: /\.test\.tsx?$|^lib\/(stripe-sandbox|testing|db\/generated)\/|README\.md$/,
};

const started: Made = {
  mark: `${programs}/built-from`,
  from: ["lib", "prisma/seed", "prisma/seed.ts", "package-lock.json"],
  without: /\.test\.ts$|README\.md$|\/generated\/\.made-from/,
};

let wasBuilt = false;

/** Whether a start has nothing to build. */
export async function isBuilt(): Promise<boolean> {
  for (const made of [client, store, started]) if (!(await isCurrent(made))) return false;
  wasBuilt = true;
  return true;
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
  return unlessCurrent(client, () =>
    run("Generating the database client …", "node_modules/prisma/build/index.js", ["generate"], {
      // The generator asks that a native engine exists and never runs it; any file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    }),
  );
}

export async function buildIfNeeded(): Promise<void> {
  if (wasBuilt) return;
  await generateClient();
  await unlessCurrent(store, () =>
    run("Building the store (once) …", "node_modules/next/dist/bin/next", ["build"], {
      NODE_ENV: "production",
      // Nothing listens there: a page that asks a database while it is built breaks every build.
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      AUTH_SECRET: "of no store, for the build has no sessions",
    }),
  );
  await unlessCurrent(started, () => bundlePrograms());
}
