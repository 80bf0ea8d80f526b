import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "./world";

const files = {
  "app/layout.tsx":
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  "app/page.tsx": "export default () => <p>Empty</p>;",
  "next.config.mjs": `export default {
    typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(projectFolder)} },
  };`,
  // Without one of its own it would take the store's.
  "instrumentation.ts": "export const register = () => undefined;",
  "package.json": '{ "type": "module" }',
  "tsconfig.json": '{ "compilerOptions": { "jsx": "react-jsx" } }',
};

/** Builds a shop of one empty page with the same Next.js. Gives its page, and where its files are. */
export async function buildEmptyPage(): Promise<{ html: string; folder: string }> {
  const folder = join(projectFolder, ".data/bench-empty-page");
  await mkdir(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const next = join(projectFolder, "node_modules/next/dist/bin/next");
  const build = spawn(process.execPath, [next, "build"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  const code = await new Promise((resolve) => build.once("exit", resolve));
  if (code !== 0) throw new Error("The empty page could not be built.");
  return { folder, html: await readFile(join(folder, ".next/server/app/index.html"), "utf8") };
}
