import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const browser = join(dirname(fileURLToPath(import.meta.url)), "..", "browser");

/** Bundles the browser half's scripts on first request and keeps them. */
export class Scripts {
  readonly #made = new Map<string, Promise<string>>();

  /** The script behind `/js/stripe.js` or `/assets/<name>.js`, or null when there is none. */
  async find(path: string): Promise<string | null> {
    const entry = entryOf(path);
    if (entry === null || !existsSync(entry)) return null;
    const made = this.#made.get(entry) ?? bundle(entry);
    this.#made.set(entry, made);
    try {
      return await made;
    } catch (error) {
      this.#made.delete(entry);
      throw error;
    }
  }
}

function entryOf(path: string): string | null {
  if (path === "/js/stripe.js") return join(browser, "stripe", "main.ts");
  if (path === "/js/terminal.js") return join(browser, "terminal", "main.ts");
  const name = /^\/assets\/([\w-]+)\.js$/.exec(path)?.[1];
  return name === undefined ? null : join(browser, "frames", `${name}.ts`);
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
