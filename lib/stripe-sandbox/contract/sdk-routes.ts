import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const entry = createRequire(import.meta.url).resolve("stripe");
const resources = join(dirname(entry), "..", "esm", "resources");

/** The scripts of the SDK that call version 1 of the API. */
export function sdkScripts(folder = resources): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (item.isDirectory()) return item.name === "V2" ? [] : sdkScripts(join(folder, item.name));
    return item.name.endsWith(".js") ? [join(folder, item.name)] : [];
  });
}

/** Every address that the SDK calls, with `x` in place of ids. */
export function sdkRoutes(): { method: string; path: string }[] {
  const calls = /_makeRequest\('(GET|POST|DELETE)', [`'](\/v1\/[^`']+)[`']/g;
  return sdkScripts().flatMap((script) =>
    [...readFileSync(script, "utf8").matchAll(calls)].map(([, method = "", path = ""]) => ({
      method,
      path: path.replaceAll(/\$\{encodeURIComponent\(\w+\)\}/g, "x"),
    })),
  );
}
